import type { TypeEntry } from '../../protobuf/type-table.ts';
import type { MessageMember } from './message-members.ts';
import { isValueType } from './value-types.ts';

/** Tells how a message or an enum is called where it cannot be mistaken for another. */
export type NameType = (entry: TypeEntry) => string;

/** Calls types by their short name, unless two of them share it; those everybody knows by their full one. */
export function shortNames(entries: Iterable<TypeEntry>): NameType {
  const fullNames = new Map<string, string>();
  const shared = new Set<string>();
  for (const { fullName, type } of entries) {
    const known = fullNames.get(type.name) ?? fullName;
    if (known !== fullName) shared.add(type.name);
    fullNames.set(type.name, known);
  }
  return (entry) => {
    const { fullName, type } = entry;
    return shared.has(type.name) || isValueType(entry) ? fullName : type.name;
  };
}

/**
 * Says the type of a field in words: `int64`, `array of Line`, `map of Line`, and with keys other than
 * strings `map of Line by int32`.
 *
 * @param target what its type stands for, undefined for a scalar
 */
export function typeInWords(
  member: MessageMember,
  target: TypeEntry | undefined,
  nameType: NameType,
): string {
  const base = baseTypeInWords(member, target, nameType);
  if (member.mapKey !== undefined) {
    return member.mapKey === 'string' ? `map of ${base}` : `map of ${base} by ${member.mapKey}`;
  }
  return member.label === 'repeated' ? `array of ${base}` : base;
}

/** Says the type of one value of a field: `Line` where it is repeated. */
export function baseTypeInWords(
  { type }: MessageMember,
  target: TypeEntry | undefined,
  nameType: NameType,
): string {
  return target === undefined ? type.replace(/^\./, '') : nameType(target);
}
