import type { KeywordGroup } from '../json/difference/keyword-groups.ts';
import { keywordGroups } from '../json/difference/keyword-groups.ts';
import { isBefore201909 } from '../json/draft.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../parsed-schema.ts';

/** A part of a JSON Schema under its path from there, whose names alternate with words for kinds of schemas. */
export interface JsonPart {
  readonly path: string;
  readonly node: JsonObject;
  /** An object itself, one of its properties, or a schema inside that is neither. */
  readonly role: 'record' | 'field' | 'inner';
}

/** One of the kinds of schema that a schema is: the registry takes a schema of several kinds for an `allOf` of them. */
interface Kind {
  readonly word: string;
  parts(path: string): JsonPart[];
}

const GROUPS = [
  'array',
  'object',
  'number',
  'string',
  'condition',
] as const satisfies KeywordGroup[];
const COMBINATIONS = ['allOf', 'anyOf', 'oneOf'];
const DEFINITIONS = ['definitions', '$defs'];

/** The parts of a schema that entity paths lead to, one step deep; a `$ref` is not followed. */
export function partsOf(schema: JsonObject, draft: JsonSchemaDraft): JsonPart[] {
  const kinds = kindsOf(schema, draft);
  const prefixOf = (index: number) => (kinds.length > 1 ? `allof.${index}.` : '');
  const parts = kinds.flatMap((kind, index) => kind.parts(prefixOf(index)));
  const home = Math.max(
    kinds.findIndex(({ word }) => word === 'object'),
    0,
  );
  const definitions = DEFINITIONS.flatMap((keyword) =>
    members(schema, keyword).map(([name, node]): JsonPart => {
      const path = `${prefixOf(home)}${kinds[home]?.word ?? 'empty'}.${keyword}.${name}`;
      return { path, node, role: 'inner' };
    }),
  );
  return [...parts, ...definitions];
}

/** In the order in which they are counted: by their words. */
function kindsOf(schema: JsonObject, draft: JsonSchemaDraft): Kind[] {
  const kinds: Kind[] = [];
  if (typeof schema.get('$ref') === 'string') {
    kinds.push({ word: 'reference', parts: () => [] });
    // Before 2019-09, nothing counts beside a reference.
    if (isBefore201909(draft)) return kinds;
  }
  for (const keyword of COMBINATIONS) {
    const written = schema.get(keyword);
    if (isJsonArray(written)) kinds.push(combination(keyword.toLowerCase(), written, draft));
  }
  for (const word of ['enum', 'const']) if (schema.has(word)) kinds.push({ word, parts: () => [] });
  if (schema.has('not'))
    kinds.push({ word: 'not', parts: (path) => inner(`${path}not`, schema.get('not')) });
  return inOrder([...kinds, ...typesOf(schema, draft)]);
}

function combination(word: string, written: readonly JsonValue[], draft: JsonSchemaDraft): Kind {
  return {
    word,
    parts(path) {
      const branches = written.map((node) => ({ node, word: wordOf(node, draft) }));
      return inOrder(branches).flatMap(({ node }, index) => inner(`${path}${word}.${index}`, node));
    },
  };
}

/** The kinds that `type` names, and those whose keywords are there although it does not name them. */
function typesOf(schema: JsonObject, draft: JsonSchemaDraft): Kind[] {
  const type = schema.get('type');
  const named = (isJsonArray(type) ? type : [type]).filter((each) => typeof each === 'string');
  const others = GROUPS.filter(
    (group) =>
      !named.includes(group) &&
      !(group === 'number' && named.includes('integer')) &&
      keywordGroups[draft][group].some((keyword) => schema.has(keyword)),
  ).map((group) => typeKind(group === 'condition' ? 'conditional' : group, schema));
  const types = named.map((each) => typeKind(each === 'integer' ? 'number' : each, schema));
  if (!isJsonArray(type)) return [...types, ...others];
  const several: Kind = {
    word: 'anyof',
    parts: (path) => inOrder(types).flatMap((each, index) => each.parts(`${path}anyof.${index}.`)),
  };
  return [several, ...others];
}

function typeKind(word: string, schema: JsonObject): Kind {
  return {
    word,
    parts(path) {
      const here = path + word;
      if (word === 'object')
        return [
          { path: here, node: schema, role: 'record' },
          ...members(schema, 'properties').map(
            ([name, node]): JsonPart => ({ path: `${here}.${name}`, node, role: 'field' }),
          ),
        ];
      if (word === 'conditional')
        return ['if', 'then', 'else'].flatMap((each) => inner(`${here}.${each}`, schema.get(each)));
      if (word !== 'array') return [];
      return ['prefixItems', 'items'].flatMap((keyword) => {
        const items = schema.get(keyword);
        if (!isJsonArray(items)) return inner(here, items);
        return items.flatMap((item, index) => inner(`${here}.${index}`, item));
      });
    },
  };
}

function wordOf(node: JsonValue, draft: JsonSchemaDraft): string {
  if (!isJsonObject(node)) return String(node === true);
  const [first, ...others] = kindsOf(node, draft);
  return others.length > 0 ? 'allof' : (first?.word ?? 'empty');
}

function inOrder<Worded extends { readonly word: string }>(items: readonly Worded[]): Worded[] {
  return [...items].sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
}

function inner(path: string, node: JsonValue | undefined): JsonPart[] {
  return isJsonObject(node) ? [{ path, node, role: 'inner' }] : [];
}

function members(schema: JsonObject, keyword: string): [string, JsonObject][] {
  const written = schema.get(keyword);
  if (!isJsonObject(written)) return [];
  return [...written].filter((member): member is [string, JsonObject] => isJsonObject(member[1]));
}
