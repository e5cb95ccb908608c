import type { SchemaDocuments } from '../../json/documents.ts';
import { schemaDocuments } from '../../json/documents.ts';
import { isBefore201909 } from '../../json/draft.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';

/** A branch of `anyOf` or `oneOf`. */
export interface Alternative {
  readonly keyword: 'anyOf' | 'oneOf';
  /** Counted from 0. */
  readonly index: number;
  readonly place: SchemaPlace;
}

/** How the parts of a schema hang together. */
export interface SchemaLinks {
  readonly documents: SchemaDocuments;
  /** Where the `$ref` of a schema leads; undefined where it has none, or it leads nowhere. */
  target(place: SchemaPlace): SchemaPlace | undefined;
  /** What a value of the schema must fit besides: what `$ref` leads to, and the parts of `allOf`. */
  alsoHolds(place: SchemaPlace): SchemaPlace[];
  /** The branches of `anyOf`, then those of `oneOf`. */
  alternatives(place: SchemaPlace): Alternative[];
  /** The schema that a keyword holds. */
  one(place: SchemaPlace, keyword: string): SchemaPlace | undefined;
  /** The schemas that a keyword holds in an array, by position; a position without one is left out. */
  list(place: SchemaPlace, keyword: string): SchemaPlace[];
  /** The schemas that a keyword holds by name; a name without one is left out. */
  named(place: SchemaPlace, keyword: string): [name: string, place: SchemaPlace][];
}

const NOTHING: JsonObject = new Map();
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** The keywords of a schema, none where it is `true` or `false`. */
export function membersOf({ value }: SchemaPlace): JsonObject {
  return isJsonObject(value) ? value : NOTHING;
}

/** The text of the first of a schema's reference keywords. */
export function writtenReference(place: SchemaPlace): string | undefined {
  const members = membersOf(place);
  for (const keyword of REFERENCES) {
    const written = members.get(keyword);
    if (typeof written === 'string') return written;
  }
  return undefined;
}

/** Whether a `$ref` makes everything beside it count for nothing, as it does before 2019-09. */
export function ignoresSiblings(
  place: SchemaPlace,
  { documents }: Pick<SchemaLinks, 'documents'>,
): boolean {
  return (
    isBefore201909(documents.draftAt(place)) && typeof membersOf(place).get('$ref') === 'string'
  );
}

/** Whether a schema says nothing of its value but that it is what it refers to. */
export function isMereReference(place: SchemaPlace, links: SchemaLinks): boolean {
  if (links.target(place) === undefined) return false;
  if (ignoresSiblings(place, links)) return true;
  return ['type', 'properties', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', 'required'].every(
    (keyword) => !membersOf(place).has(keyword),
  );
}

/** The links between the parts of a schema and of what it refers to. */
export function schemaLinks(schema: JsonSchema): SchemaLinks {
  const documents = schemaDocuments(schema);

  // Each is asked for the same schema again and again, by every field that leads there.
  const lists = new Map<JsonValue, Map<string, SchemaPlace[]>>();
  const maps = new Map<JsonValue, Map<string, [string, SchemaPlace][]>>();
  const parts = new Map<JsonValue, SchemaPlace[]>();
  const branches = new Map<JsonValue, Alternative[]>();

  function one(place: SchemaPlace, keyword: string): SchemaPlace | undefined {
    return isSchema(membersOf(place).get(keyword)) ? documents.child(place, keyword) : undefined;
  }

  function list(place: SchemaPlace, keyword: string): SchemaPlace[] {
    const written = membersOf(place).get(keyword);
    if (!isJsonArray(written)) return [];
    return remember(lists, place.value, keyword, () =>
      written.flatMap((_, index) => documents.child(place, keyword, index) ?? []),
    );
  }

  function named(place: SchemaPlace, keyword: string): [string, SchemaPlace][] {
    const written = membersOf(place).get(keyword);
    if (!isJsonObject(written)) return [];
    return remember(maps, place.value, keyword, () =>
      [...written.keys()].flatMap((name): [string, SchemaPlace][] => {
        const part = documents.child(place, keyword, name);
        return part === undefined ? [] : [[name, part]];
      }),
    );
  }

  function target(place: SchemaPlace): SchemaPlace | undefined {
    const written = writtenReference(place);
    return written === undefined ? undefined : documents.resolve(written, place);
  }

  function findParts(place: SchemaPlace): SchemaPlace[] {
    const referred = target(place);
    const all = ignoresSiblings(place, { documents }) ? [] : list(place, 'allOf');
    return referred === undefined ? all : [referred, ...all];
  }

  function findBranches(place: SchemaPlace): Alternative[] {
    if (ignoresSiblings(place, { documents })) return [];
    return (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const written = membersOf(place).get(keyword);
      if (!isJsonArray(written)) return [];
      return written.flatMap((_, index) => {
        const branch = documents.child(place, keyword, index);
        return branch === undefined ? [] : [{ keyword, index, place: branch }];
      });
    });
  }

  return {
    documents,
    target,
    one,
    list,
    named,
    alsoHolds: (place) => known(parts, place.value, () => findParts(place)),
    alternatives: (place) => known(branches, place.value, () => findBranches(place)),
  };
}

function known<Key, Found>(found: Map<Key, Found>, of: Key, find: () => Found): Found {
  const before = found.get(of);
  if (before !== undefined) return before;
  const now = find();
  found.set(of, now);
  return now;
}

function remember<Found>(
  found: Map<JsonValue, Map<string, Found>>,
  of: JsonValue,
  keyword: string,
  find: () => Found,
): Found {
  const byKeyword = known(found, of, () => new Map<string, Found>());
  return known(byKeyword, keyword, find);
}

function isSchema(value: JsonValue | undefined): boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}
