import type { Fragment, Fragments } from './fragments.ts';
import {
  each,
  number,
  objectOf,
  pattern,
  simpleTypes,
  strings,
  text,
  truth,
  typesOf,
  uri,
  uriReference,
  wholeNumber,
} from './fragments.ts';

const self: Fragment = { $ref: '#' };
const definition = (name: string): Fragment => ({ $ref: `#/definitions/${name}` });
const stringsOrSchema: Fragment = { anyOf: [self, definition('stringArray')] };

function keywordsOfAll(whole: string): Fragments {
  const schemas = definition('schemaArray');
  return {
    ...each(text, 'title', 'description', 'format'),
    ...each(number, 'maximum', 'minimum'),
    ...each(definition(whole), 'maxLength', 'maxItems', 'maxProperties'),
    ...each(definition(`${whole}Default0`), 'minLength', 'minItems', 'minProperties'),
    pattern,
    items: { anyOf: [self, schemas], default: {} },
    uniqueItems: truth,
    required: definition('stringArray'),
    ...each(objectOf(self), 'definitions', 'properties'),
    dependencies: { type: 'object', additionalProperties: stringsOrSchema },
    type: typesOf(definition('simpleTypes')),
    ...each(schemas, 'allOf', 'anyOf', 'oneOf'),
    not: self,
  };
}

function definitionsOf(whole: string, stringArray: Fragment): Fragments {
  return {
    schemaArray: { type: 'array', minItems: 1, items: self },
    [whole]: wholeNumber,
    [`${whole}Default0`]: { allOf: [definition(whole), { default: 0 }] },
    simpleTypes,
    stringArray,
  };
}

/** What a schema of draft 4 looks like. */
export function metaSchemaOfDraft04(): Fragment {
  const url = 'http://json-schema.org/draft-04/schema#';
  const schemaOrTruth: Fragment = { anyOf: [{ type: 'boolean' }, self], default: {} };
  return {
    id: url,
    $schema: url,
    description: 'Core schema meta-schema',
    definitions: definitionsOf('positiveInteger', { ...strings, minItems: 1 }),
    type: 'object',
    properties: {
      ...keywordsOfAll('positiveInteger'),
      ...each(text, 'id', '$schema'),
      ...each(truth, 'exclusiveMaximum', 'exclusiveMinimum'),
      ...each(schemaOrTruth, 'additionalItems', 'additionalProperties'),
      default: {},
      multipleOf: { type: 'number', minimum: 0, exclusiveMinimum: true },
      patternProperties: objectOf(self),
      enum: { type: 'array', minItems: 1, uniqueItems: true },
    },
    dependencies: { exclusiveMaximum: ['maximum'], exclusiveMinimum: ['minimum'] },
    default: {},
  };
}

/** What a schema of draft 6 or 7 looks like. */
export function metaSchemaOfDraft06Or07(draft: '06' | '07'): Fragment {
  const url = `http://json-schema.org/draft-${draft}/schema#`;
  const onlyIn07: Fragments = {
    ...each(text, '$comment', 'contentMediaType', 'contentEncoding'),
    ...each(truth, 'readOnly', 'writeOnly'),
    ...each(self, 'if', 'then', 'else'),
  };
  return {
    $schema: url,
    $id: url,
    title: 'Core schema meta-schema',
    definitions: definitionsOf('nonNegativeInteger', { ...strings, default: [] }),
    type: ['object', 'boolean'],
    properties: {
      ...keywordsOfAll('nonNegativeInteger'),
      ...(draft === '07' ? onlyIn07 : {}),
      ...each(uriReference, '$id', '$ref'),
      $schema: uri,
      ...each({}, 'default', 'const'),
      ...each({ type: 'array', items: {} }, 'examples', 'enum'),
      ...each(number, 'exclusiveMaximum', 'exclusiveMinimum'),
      multipleOf: { type: 'number', exclusiveMinimum: 0 },
      ...each(self, 'additionalItems', 'additionalProperties', 'contains', 'propertyNames'),
      patternProperties: objectOf(self, { propertyNames: { format: 'regex' } }),
    },
    default: {},
  };
}
