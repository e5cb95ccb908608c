import type { SchemaPlace } from '../../json/schema-place.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../../lossless-json/value.ts';
import type { SchemaLinks } from './schema-links.ts';
import { ignoresSiblings, membersOf } from './schema-links.ts';

/** A kind of JSON value. An integer is a number, too. */
export type JsonKind = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** What a schema says of a value, through references and the parts of `allOf`. */
export interface ValueFacts {
  /** The kinds of value that fit; all of them where nothing is said. */
  readonly kinds: ReadonlySet<JsonKind>;
  /** The values of `enum` or `const`, as texts; undefined where any value goes. */
  readonly symbols: readonly string[] | undefined;
  readonly format: string | undefined;
  /** `description`, or else `title`; the schema's own before what it refers to. */
  readonly doc: string | undefined;
  /** Undefined where there is none. */
  readonly default: JsonValue | undefined;
  readonly tags: readonly string[];
  /** Whether it has properties, also those of its branches. */
  readonly hasProperties: boolean;
}

/** All kinds. */
export const everyKind: ReadonlySet<JsonKind> = new Set([
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
]);

const MOST_SYMBOLS = 1000;
const MOST_TAGS = 100;

const ANYTHING: ValueFacts = {
  kinds: everyKind,
  symbols: undefined,
  format: undefined,
  doc: undefined,
  default: undefined,
  tags: [],
  hasProperties: false,
};
const NO_VALUE: ValueFacts = { ...ANYTHING, kinds: new Set() };

/** Finds facts of any schema, each schema asked once. */
export function factFinder(links: SchemaLinks): (place: SchemaPlace) => ValueFacts {
  const known = new Map<JsonValue, ValueFacts>();
  const lookUp = ({ value }: SchemaPlace): ValueFacts => {
    if (value === false) return NO_VALUE;
    // What is not known here refers to itself, which says nothing.
    return known.get(value) ?? ANYTHING;
  };

  return (wanted) => {
    const begun = new Set<JsonValue>();
    const waiting = [wanted];
    for (let place = waiting.at(-1); place !== undefined; place = waiting.at(-1)) {
      if (begun.has(place.value) || !isJsonObject(place.value) || known.has(place.value)) {
        waiting.pop();
        if (isJsonObject(place.value) && !known.has(place.value)) {
          known.set(place.value, combine(place, links, lookUp));
        }
        continue;
      }
      begun.add(place.value);
      const parts = [
        ...links.alsoHolds(place),
        ...links.alternatives(place).map((branch) => branch.place),
      ];
      waiting.push(...parts.filter(({ value }) => isJsonObject(value) && !begun.has(value)));
    }
    return lookUp(wanted);
  };
}

function combine(
  place: SchemaPlace,
  links: SchemaLinks,
  lookUp: (place: SchemaPlace) => ValueFacts,
): ValueFacts {
  const members = membersOf(place);
  const own = ignoresSiblings(place, links) ? new Map<string, JsonValue>() : members;
  const parts = links.alsoHolds(place).map(lookUp);
  const branches = links.alternatives(place);
  const branchFacts = branches.map((branch) => lookUp(branch.place));
  const choices = (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
    const facts = branchFacts.filter((_, index) => branches[index]?.keyword === keyword);
    return facts.length === 0 ? [] : [unite(facts.map(({ kinds }) => kinds))];
  });
  const values = writtenValues(own);
  const limits = [
    writtenKinds(own.get('type')),
    values && new Set(values.flatMap(kindsOf)),
    ...parts.map(({ kinds }) => kinds),
    ...choices,
  ];
  const doc = textOf(members.get('description')) ?? textOf(members.get('title'));
  return {
    kinds: limits.reduce<ReadonlySet<JsonKind>>(
      (kinds, limit) => (limit === undefined ? kinds : intersect(kinds, limit)),
      everyKind,
    ),
    symbols: values?.map(sayValue) ?? first(parts, 'symbols') ?? symbolsOf(branchFacts),
    format: textOf(own.get('format')) ?? first(parts, 'format'),
    doc: doc ?? first(parts, 'doc'),
    default: members.has('default') ? members.get('default') : first(parts, 'default'),
    tags: uniteTags(members.get('confluent:tags'), parts),
    hasProperties:
      isJsonObject(own.get('properties')) ||
      [...parts, ...branchFacts].some(({ hasProperties }) => hasProperties),
  };
}

/** The kinds that a `type` keyword names; undefined where it is none. */
export function writtenKinds(type: JsonValue | undefined): Set<JsonKind> | undefined {
  const kinds = new Set<JsonKind>();
  for (const name of isJsonArray(type) ? type : [type]) {
    if (!isKind(name)) continue;
    kinds.add(name);
    if (name === 'number') kinds.add('integer');
  }
  return kinds.size === 0 ? undefined : kinds;
}

function isKind(name: JsonValue | undefined): name is JsonKind {
  const kinds: ReadonlySet<unknown> = everyKind;
  return kinds.has(name);
}

/** The kinds that a value is. */
export function kindsOf(value: JsonValue): JsonKind[] {
  if (value === null) return ['null'];
  if (typeof value === 'string') return ['string'];
  if (typeof value === 'boolean') return ['boolean'];
  if (isJsonArray(value)) return ['array'];
  if (!isJsonNumber(value)) return ['object'];
  return Number.isInteger(Number(value.number)) ? ['integer', 'number'] : ['number'];
}

function writtenValues(own: ReadonlyMap<string, JsonValue>): readonly JsonValue[] | undefined {
  const values = own.get('enum');
  if (isJsonArray(values)) return values;
  const only = own.get('const');
  return only === undefined ? undefined : [only];
}

function symbolsOf(branches: readonly ValueFacts[]): string[] | undefined {
  const symbols = new Set<string>();
  for (const branch of branches) {
    if (branch.symbols === undefined) return undefined;
    for (const symbol of branch.symbols.slice(0, MOST_SYMBOLS)) symbols.add(symbol);
    if (symbols.size > MOST_SYMBOLS) break;
  }
  return symbols.size === 0 ? undefined : [...symbols];
}

function uniteTags(own: JsonValue | undefined, parts: readonly ValueFacts[]): string[] {
  const tags = new Set<string>();
  if (isJsonArray(own)) for (const tag of own) if (typeof tag === 'string') tags.add(tag);
  for (const part of parts) for (const tag of part.tags) tags.add(tag);
  return [...tags].slice(0, MOST_TAGS);
}

function first<Key extends keyof ValueFacts>(
  parts: readonly ValueFacts[],
  key: Key,
): ValueFacts[Key] | undefined {
  return parts.find((part) => part[key] !== undefined)?.[key];
}

function unite(sets: readonly ReadonlySet<JsonKind>[]): Set<JsonKind> {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersect(a: ReadonlySet<JsonKind>, b: ReadonlySet<JsonKind>): ReadonlySet<JsonKind> {
  if (a === everyKind) return b;
  return new Set([...a].filter((kind) => b.has(kind)));
}

function sayValue(value: JsonValue): string {
  return typeof value === 'string' ? value : printLosslessJson(value);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
