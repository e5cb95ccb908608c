import type { AvroNamedType, AvroType, AvroUnion } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';

/** Tells how a named type is called where it cannot be mistaken for another. */
export type NameType = (type: AvroNamedType) => string;

const MOST_BRANCHES = 12;
const MOST_LEVELS = 8;

/** Calls types by their short name, unless two of them share it. */
export function shortNames(types: Iterable<AvroNamedType>): NameType {
  const fullNames = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of types) {
    const known = fullNames.get(name.name) ?? name.fullName;
    if (known !== name.fullName) shared.add(name.name);
    fullNames.set(name.name, known);
  }
  return ({ name }) => (shared.has(name.name) ? name.fullName : name.name);
}

/**
 * Says a type in words, null aside, which is told apart: `array of Order`, `union of Card, Transfer`.
 * Within arrays, maps and unions null is said: `array of nullable string`. What is too long for a
 * sentence is cut.
 */
export function typeInWords(type: AvroType, nameType: NameType): string {
  return sayType(withoutNull(type), nameType, 0);
}

/** Like {@link typeInWords}, with null: `nullable string`. */
export function typeAndNullInWords(type: AvroType, nameType: NameType): string {
  return sayType(type, nameType, 0);
}

/** Whether null is a value of the type. */
export function isNullable(type: AvroType): boolean {
  if (type.type === 'null') return true;
  return type.type === 'union' && type.branches.some((branch) => branch.type === 'null');
}

/** The branches that a value other than null can have; a type that is no union is its own. */
export function branchesBesideNull(type: AvroType): readonly AvroType[] {
  const branches = type.type === 'union' ? type.branches : [type];
  return branches.filter((branch) => branch.type !== 'null');
}

/** What is left of a union of null and one other type; anything else stays. */
export function withoutNull(type: AvroType): AvroType {
  const branches = branchesBesideNull(type);
  if (type.type !== 'union') return type;
  const [only] = branches;
  if (branches.length === 1 && only !== undefined && isNullable(type)) return only;
  return isNullable(type) && branches.length > 1 ? { type: 'union', branches } : type;
}

function sayType(type: AvroType, nameType: NameType, level: number): string {
  if (level > MOST_LEVELS) return '…';
  if (isNamed(type)) return nameType(type);
  if (type.type === 'array') return `array of ${sayPart(type.items, nameType, level + 1)}`;
  if (type.type === 'map') return `map of ${sayPart(type.values, nameType, level + 1)}`;
  return type.type === 'union' ? sayUnion(type, nameType, level) : type.type;
}

function sayPart(type: AvroType, nameType: NameType, level: number): string {
  const said = sayType(type, nameType, level);
  return branchesBesideNull(type).length > 1 ? `(${said})` : said;
}

function sayUnion(union: AvroUnion, nameType: NameType, level: number): string {
  const branches = branchesBesideNull(union);
  const nullable = isNullable(union);
  const [only] = branches;
  if (only === undefined) return nullable ? 'union of null' : 'union of nothing';
  if (branches.length === 1 && nullable) return `nullable ${sayPart(only, nameType, level + 1)}`;
  const said = branches
    .slice(0, MOST_BRANCHES)
    .map((branch) => sayPart(branch, nameType, level + 1));
  const unsaid = branches.length - said.length;
  if (unsaid > 0) said.push(`… (${unsaid} more)`);
  return `${nullable ? 'nullable ' : ''}union of ${said.join(', ')}`;
}
