import type { JsonSchemaDraft } from '../../parsed-schema.ts';

/** The types of values that have keywords of their own, and `if`, which is treated alike. */
export type KeywordGroup = 'array' | 'object' | 'number' | 'string' | 'condition';

const draft04 = {
  array: ['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems'],
  object: [
    'properties',
    'required',
    'minProperties',
    'maxProperties',
    'dependencies',
    'patternProperties',
    'additionalProperties',
  ],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  condition: [],
};

const draft06 = {
  ...draft04,
  array: [...draft04.array, 'contains'],
  object: [...draft04.object, 'propertyNames'],
};

const draft07 = { ...draft06, condition: ['if', 'then', 'else'] };

const draft2020 = {
  ...draft04,
  array: [
    'prefixItems',
    'items',
    'minItems',
    'maxItems',
    'uniqueItems',
    'contains',
    'unevaluatedItems',
  ],
  object: [
    'properties',
    'required',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
    'patternProperties',
    'additionalProperties',
    'propertyNames',
    'unevaluatedProperties',
  ],
  condition: ['if'],
};

/** By draft, the keywords by which a schema speaks of a type although it does not name it. */
export const keywordGroups: Readonly<
  Record<JsonSchemaDraft, Readonly<Record<KeywordGroup, readonly string[]>>>
> = {
  'draft-04': draft04,
  'draft-06': draft06,
  'draft-07': draft07,
  // The registry reads these two alike.
  '2019-09': draft2020,
  '2020-12': draft2020,
};
