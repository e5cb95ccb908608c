import type { SchemaPlace } from '../../json/schema-place.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { SchemaLinks } from './schema-links.ts';
import { isMereReference, membersOf } from './schema-links.ts';
import { definitionName, schemaName, titleOf } from './schema-name.ts';
import type { JsonKind, ValueFacts } from './value-facts.ts';
import { everyKind } from './value-facts.ts';

/** What is needed to say a type. */
export interface TypeWords {
  readonly links: SchemaLinks;
  factsOf(place: SchemaPlace): ValueFacts;
}

const MOST_BRANCHES = 12;
const MOST_LEVELS = 8;
/** How many schemas one sentence looks into. */
const MOST_STEPS = 60;
const LONGEST_CONSTANT = 40;

interface Sentence {
  readonly words: TypeWords;
  steps: number;
}

/**
 * Says a type in words, null aside, which is told apart: `array of Order`, `union of string, integer`,
 * `anything`. Within arrays, maps and unions null is said: `array of nullable string`. What is too
 * long for a sentence is cut.
 */
export function typeInWords(place: SchemaPlace, words: TypeWords): string {
  return sayType(place, { words, steps: 0 }, 0);
}

/** Like {@link typeInWords}, with null: `nullable string`. */
export function typeAndNullInWords(place: SchemaPlace, words: TypeWords): string {
  return sayWithNull(place, { words, steps: 0 }, 0);
}

function sayWithNull(place: SchemaPlace, sentence: Sentence, level: number): string {
  const said = sayType(place, sentence, level);
  const { kinds } = sentence.words.factsOf(place);
  if (!kinds.has('null') || kinds.size === everyKind.size || said === 'null') return said;
  return `nullable ${isCompound(said) ? `(${said})` : said}`;
}

function sayType(place: SchemaPlace, sentence: Sentence, level: number): string {
  sentence.steps += 1;
  if (level > MOST_LEVELS || sentence.steps > MOST_STEPS) return '…';
  if (place.value === true) return 'anything';
  if (place.value === false) return 'nothing';
  const { links, factsOf } = sentence.words;
  const members = membersOf(place);
  const facts = factsOf(place);
  const target = links.target(place);
  if (target !== undefined && isMereReference(place, links)) {
    return sayType(target, sentence, level + 1);
  }
  if (facts.hasProperties || facts.symbols !== undefined) {
    const name = definitionName(place) ?? (facts.hasProperties ? nameOfObject(place) : undefined);
    if (name !== undefined) return name;
  }
  const constant = members.get('const');
  if (constant !== undefined) {
    const text = printLosslessJson(constant);
    return text.length <= LONGEST_CONSTANT ? `constant ${text}` : 'constant';
  }
  if (isJsonArray(members.get('enum'))) return 'enum';
  const branches = links
    .alternatives(place)
    .filter((branch) => !isNull(branch.place, sentence))
    .map((branch) => branch.place);
  if (branches.length > 0 && !members.has('type')) return sayUnion(branches, sentence, level);
  const parts = links.alsoHolds(place);
  if (parts.length > 0 && !members.has('type') && !members.has('properties')) {
    return sayParts(parts, sentence, level);
  }
  const kinds = [...facts.kinds].filter((kind) => kind !== 'null' && !coveredByNumber(kind, facts));
  if (facts.kinds.size === everyKind.size) {
    const isObject = ['properties', 'additionalProperties', 'patternProperties'].some((keyword) =>
      isJsonObject(members.get(keyword)),
    );
    if (isObject) return sayObject(place, sentence, level);
    return members.has('items') || members.has('prefixItems')
      ? sayArray(place, sentence, level)
      : 'anything';
  }
  if (kinds.length === 0) return facts.kinds.has('null') ? 'null' : 'nothing';
  const said = kinds.map((kind) => sayKind(kind, place, sentence, level));
  return said.length === 1 ? (said[0] ?? '') : `union of ${said.map(bracket).join(', ')}`;
}

function nameOfObject(place: SchemaPlace): string | undefined {
  return titleOf(place) ?? (place.document === undefined ? undefined : schemaName(place));
}

function coveredByNumber(kind: JsonKind, { kinds }: ValueFacts): boolean {
  return kind === 'integer' && kinds.has('number');
}

function isNull(place: SchemaPlace, { words }: Sentence): boolean {
  const { kinds } = words.factsOf(place);
  return kinds.size === 1 && kinds.has('null');
}

function sayKind(kind: JsonKind, place: SchemaPlace, sentence: Sentence, level: number): string {
  if (kind === 'array') return sayArray(place, sentence, level);
  return kind === 'object' ? sayObject(place, sentence, level) : kind;
}

function sayArray(place: SchemaPlace, sentence: Sentence, level: number): string {
  const { links } = sentence.words;
  const tuple = [...links.list(place, 'prefixItems'), ...links.list(place, 'items')];
  if (tuple.length > 0) {
    const said = tuple
      .slice(0, MOST_BRANCHES)
      .map((part) => bracket(sayWithNull(part, sentence, level + 1)));
    if (tuple.length > MOST_BRANCHES) said.push(`… (${tuple.length - MOST_BRANCHES} more)`);
    return `tuple of ${said.join(', ')}`;
  }
  const items = links.one(place, 'items');
  if (items === undefined) return 'array of anything';
  return `array of ${bracket(sayWithNull(items, sentence, level + 1))}`;
}

function sayObject(place: SchemaPlace, sentence: Sentence, level: number): string {
  const { links } = sentence.words;
  const members = membersOf(place);
  const patterns = links.named(place, 'patternProperties');
  const others = links.one(place, 'additionalProperties');
  if (isJsonObject(members.get('properties'))) return 'object';
  const [only] = patterns;
  const values = others !== undefined && isJsonObject(others.value) ? others : only?.[1];
  if (values === undefined || patterns.length > 1) return 'object';
  return `map of ${bracket(sayWithNull(values, sentence, level + 1))}`;
}

function sayUnion(branches: readonly SchemaPlace[], sentence: Sentence, level: number): string {
  const [only] = branches;
  if (branches.length === 1 && only !== undefined) return sayType(only, sentence, level + 1);
  const said = new Set(
    branches
      .slice(0, MOST_BRANCHES)
      .map((branch) => bracket(sayWithNull(branch, sentence, level + 1))),
  );
  const unsaid = branches.length - MOST_BRANCHES;
  if (said.size === 1 && unsaid <= 0) return [...said].join('').replace(/^\((.*)\)$/s, '$1');
  return `union of ${[...said].join(', ')}${unsaid > 0 ? `, … (${unsaid} more)` : ''}`;
}

/** What several schemas say of one value: those that say anything. */
function sayParts(parts: readonly SchemaPlace[], sentence: Sentence, level: number): string {
  const said = new Set(
    parts.slice(0, MOST_BRANCHES).map((part) => bracket(sayType(part, sentence, level + 1))),
  );
  const most = said.size;
  if (most > 1) said.delete('anything');
  if (said.size > 1) said.delete('object');
  if (said.size === 1) return [...said].join('').replace(/^\((.*)\)$/s, '$1');
  return [...said].join(' and ');
}

function bracket(said: string): string {
  return isCompound(said) ? `(${said})` : said;
}

function isCompound(said: string): boolean {
  return /^(nullable )?(union of|tuple of) /.test(said) || / and /.test(said);
}
