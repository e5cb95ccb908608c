import type { JsonObject } from '../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../parsed-schema.ts';
import { isBefore201909 } from './draft.ts';

/** What a keyword's value must be. */
export type KeywordShape =
  | 'anything'
  | 'array'
  | 'boolean'
  | 'dependencies'
  | 'divisor'
  | 'identifier'
  | 'identifier, if a string'
  | 'number'
  | 'pattern'
  | 'reference'
  | 'schema'
  | 'schema or schemas'
  | 'schemas'
  | 'schemas by name'
  | 'schemas by pattern'
  | 'string'
  | 'strings'
  | 'strings by name'
  | 'types'
  | 'whole number';

type Shapes = Readonly<Record<string, KeywordShape>>;

const inEveryDraft: Shapes = {
  allOf: 'schemas',
  anyOf: 'schemas',
  description: 'string',
  enum: 'array',
  format: 'string',
  maximum: 'number',
  minimum: 'number',
  not: 'schema',
  oneOf: 'schemas',
  pattern: 'pattern',
  patternProperties: 'schemas by pattern',
  properties: 'schemas by name',
  required: 'strings',
  title: 'string',
  type: 'types',
  uniqueItems: 'boolean',
};

const beforeDraft201909: Shapes = {
  ...inEveryDraft,
  additionalItems: 'schema',
  additionalProperties: 'schema',
  dependencies: 'dependencies',
  items: 'schema or schemas',
  maxItems: 'whole number',
  maxLength: 'whole number',
  maxProperties: 'whole number',
  minItems: 'whole number',
  minLength: 'whole number',
  minProperties: 'whole number',
  multipleOf: 'divisor',
};

const draft04: Shapes = {
  ...beforeDraft201909,
  exclusiveMaximum: 'boolean',
  exclusiveMinimum: 'boolean',
  id: 'identifier',
};

const draft06: Shapes = {
  ...beforeDraft201909,
  $id: 'identifier',
  const: 'anything',
  contains: 'schema',
  exclusiveMaximum: 'number',
  exclusiveMinimum: 'number',
  propertyNames: 'schema',
};

const draft07: Shapes = {
  ...draft06,
  else: 'schema',
  if: 'schema',
  readOnly: 'boolean',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  writeOnly: 'boolean',
};

/** The registry reads 2019-09 with the keywords of 2020-12, so `items` takes no array there. */
const sinceDraft201909: Shapes = {
  ...inEveryDraft,
  $defs: 'schemas by name',
  $dynamicAnchor: 'string',
  $dynamicRef: 'reference',
  $id: 'identifier, if a string',
  $ref: 'reference',
  additionalProperties: 'schema',
  const: 'anything',
  contains: 'schema',
  dependentRequired: 'strings by name',
  dependentSchemas: 'schemas by name',
  deprecated: 'boolean',
  else: 'schema',
  exclusiveMaximum: 'number',
  exclusiveMinimum: 'number',
  if: 'schema',
  items: 'schema',
  maxItems: 'number',
  maxLength: 'number',
  maxProperties: 'number',
  minItems: 'number',
  minLength: 'number',
  minProperties: 'number',
  multipleOf: 'number',
  prefixItems: 'schemas',
  propertyNames: 'schema',
  readOnly: 'boolean',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: 'schema',
  unevaluatedItems: 'schema',
  unevaluatedProperties: 'schema',
  writeOnly: 'boolean',
};

const shapesOfDrafts: Readonly<Record<JsonSchemaDraft, ReadonlyMap<string, KeywordShape>>> = {
  'draft-04': new Map(Object.entries(draft04)),
  'draft-06': new Map(Object.entries(draft06)),
  'draft-07': new Map(Object.entries(draft07)),
  '2019-09': new Map(Object.entries(sinceDraft201909)),
  '2020-12': new Map(Object.entries(sinceDraft201909)),
};

/** Beside a `$ref`, older drafts look at nothing but these. */
const besideReference: ReadonlySet<string> = new Set([
  '$id',
  'description',
  'id',
  'readOnly',
  'title',
  'writeOnly',
]);

/**
 * What the value of a keyword must be; undefined for a keyword that does not count.
 *
 * @param schema where it stands
 */
export function shapeOfKeyword(
  keyword: string,
  schema: JsonObject,
  draft: JsonSchemaDraft,
): KeywordShape | undefined {
  if (isBefore201909(draft)) {
    if (keyword === '$ref') return 'reference';
    if (schema.has('$ref') && !besideReference.has(keyword)) return undefined;
  } else if ((keyword === 'then' || keyword === 'else') && !schema.has('if')) return undefined;
  return shapesOfDrafts[draft].get(keyword);
}
