import type { JsonKind } from '../../field-walk/json/value-facts.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';

/** The drafts, oldest first. */
export const drafts: readonly JsonSchemaDraft[] = [
  'draft-04',
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
];

/** The kinds of value that a keyword speaks of. */
export const kindsOfKeywords: ReadonlyMap<string, readonly JsonKind[]> = new Map([
  ...about(
    ['string'],
    ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ),
  ...about(
    ['number', 'integer'],
    ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ),
  ...about(
    ['array'],
    [
      'items',
      'prefixItems',
      'additionalItems',
      'unevaluatedItems',
      'contains',
      'minContains',
      'maxContains',
      'minItems',
      'maxItems',
      'uniqueItems',
    ],
  ),
  ...about(
    ['object'],
    [
      'properties',
      'patternProperties',
      'additionalProperties',
      'unevaluatedProperties',
      'propertyNames',
      'required',
      'minProperties',
      'maxProperties',
      'dependencies',
      'dependentRequired',
      'dependentSchemas',
    ],
  ),
]);

/** Keywords that a value is checked by, and the draft that brought them. */
export const broughtBy: ReadonlyMap<string, JsonSchemaDraft> = new Map([
  ...since('draft-06', ['const', 'contains', 'propertyNames']),
  ...since('draft-07', ['if']),
  ...since('2019-09', [
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties',
    'unevaluatedItems',
    'minContains',
    'maxContains',
    '$anchor',
    '$recursiveRef',
  ]),
  ...since('2020-12', ['prefixItems', '$dynamicRef', '$dynamicAnchor']),
]);

/** Keywords that a draft dropped: which it was, and what to write instead. */
export const droppedBy: ReadonlyMap<string, { since: JsonSchemaDraft; instead: string }> = new Map([
  ['dependencies', { since: '2019-09', instead: 'dependentRequired or dependentSchemas' }],
  ['additionalItems', { since: '2020-12', instead: 'prefixItems and items' }],
  ['$recursiveRef', { since: '2020-12', instead: '$dynamicRef' }],
]);

/** Every keyword of every draft. */
export const allKeywords: ReadonlySet<string> = new Set([
  ...kindsOfKeywords.keys(),
  ...broughtBy.keys(),
  ...droppedBy.keys(),
  ...['$schema', '$id', 'id', '$ref', '$comment', '$defs', 'definitions', '$vocabulary'],
  ...['$recursiveAnchor', 'type', 'enum', 'title', 'description', 'default', 'examples', 'format'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'then', 'else', 'readOnly', 'writeOnly', 'deprecated'],
]);

/** Keywords of OpenAPI that mean nothing to JSON Schema, and what to write instead. */
export const openApiKeywords: ReadonlyMap<string, string> = new Map([
  ['nullable', '"type": ["string", "null"]'],
  ['discriminator', '"oneOf" with a property that is "const" in each branch'],
  ['example', '"examples": […]'],
  ['xml', '"$comment"'],
  ['externalDocs', '"$comment"'],
]);

function about(
  kinds: readonly JsonKind[],
  keywords: readonly string[],
): (readonly [string, readonly JsonKind[]])[] {
  return keywords.map((keyword) => [keyword, kinds] as const);
}

function since(
  draft: JsonSchemaDraft,
  keywords: readonly string[],
): (readonly [string, JsonSchemaDraft])[] {
  return keywords.map((keyword) => [keyword, draft] as const);
}
