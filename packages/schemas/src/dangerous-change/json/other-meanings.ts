import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import type { JsonObject } from '../../lossless-json/value.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';

/** Something that means one thing up to a draft and another after it. */
interface OtherMeaning {
  /** The first draft in which it means the second. */
  readonly since: JsonSchemaDraft;
  isUsed(members: JsonObject): boolean;
  /** What becomes of it in a later draft; undefined where nothing does. */
  readonly later?: string;
  /** What becomes of it in an earlier one. */
  readonly earlier?: string;
}

const DRAFTS: readonly JsonSchemaDraft[] = [
  'draft-04',
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
];

const has =
  (...keywords: string[]) =>
  (members: JsonObject): boolean =>
    keywords.some((keyword) => members.has(keyword));

const table: readonly OtherMeaning[] = [
  {
    since: 'draft-06',
    isUsed: (members) =>
      ['exclusiveMinimum', 'exclusiveMaximum'].some(
        (keyword) => typeof members.get(keyword) === 'boolean',
      ),
    later: "'exclusiveMinimum' and 'exclusiveMaximum' are bounds of their own, not true or false",
  },
  {
    since: 'draft-06',
    isUsed: (members) =>
      ['exclusiveMinimum', 'exclusiveMaximum'].some((keyword) => {
        const value = members.get(keyword);
        return value !== undefined && typeof value !== 'boolean';
      }),
    earlier: "'exclusiveMinimum' and 'exclusiveMaximum' are no bounds but true or false",
  },
  {
    since: 'draft-06',
    isUsed: has('const', 'contains', 'propertyNames'),
    earlier: "'const', 'contains' and 'propertyNames' are not known",
  },
  {
    since: 'draft-07',
    isUsed: has('if'),
    earlier: "'if', 'then' and 'else' are not known",
  },
  {
    since: '2019-09',
    isUsed: (members) => members.has('$ref') && constrains(members),
    later: "what stands beside '$ref' counts, which was ignored",
    earlier: "what stands beside '$ref' is ignored",
  },
  {
    since: '2019-09',
    isUsed: (members) => isJsonArray(members.get('items')),
    later: "'items' may be no list any more, which is 'prefixItems'",
  },
  {
    since: '2019-09',
    isUsed: has('dependencies'),
    later: "'dependencies' is not known, but 'dependentRequired' and 'dependentSchemas'",
  },
  {
    since: '2019-09',
    isUsed: has(
      'dependentRequired',
      'dependentSchemas',
      'unevaluatedProperties',
      'unevaluatedItems',
      'minContains',
      'maxContains',
      'prefixItems',
    ),
    earlier:
      "'dependentRequired', 'unevaluatedProperties', 'prefixItems' and the like are not known",
  },
];

/** Says what in a schema is read otherwise in another draft. */
export function otherMeanings(
  { values }: JsonOutline,
  from: JsonSchemaDraft,
  to: JsonSchemaDraft,
): string[] {
  const [old, next] = [DRAFTS.indexOf(from), DRAFTS.indexOf(to)];
  const crossed = table.flatMap(({ since, isUsed, later, earlier }) => {
    const line = DRAFTS.indexOf(since);
    const words =
      old < line && next >= line ? later : old >= line && next < line ? earlier : undefined;
    return words === undefined ? [] : [{ isUsed, words }];
  });
  const used = crossed.filter(({ isUsed }) => values.some(({ place }) => isUsed(membersOf(place))));
  return used.map(({ words }) => words);
}

const MEANINGLESS = new Set(['$ref', 'title', 'description', '$comment', 'default', 'examples']);

function constrains(members: JsonObject): boolean {
  return [...members.keys()].some(
    (keyword) => !MEANINGLESS.has(keyword) && !/^(\$|definitions$|x-)/.test(keyword),
  );
}
