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

/** A draft that is made of vocabularies. */
export type NewDraft = '2019-09' | '2020-12';

interface Vocabulary {
  readonly properties: Fragments;
  readonly $defs?: Fragments;
}

const inDefinitions = (name: string): Fragment => ({ $ref: `#/$defs/${name}` });

function vocabulariesOf(draft: NewDraft): Readonly<Record<string, Vocabulary>> {
  const isOld = draft === '2019-09';
  const self: Fragment = isOld ? { $recursiveRef: '#' } : { $dynamicRef: '#meta' };
  const unevaluated = each(self, 'unevaluatedItems', 'unevaluatedProperties');
  const format: Vocabulary = { properties: { format: text } };
  return {
    core: core(isOld, self),
    applicator: applicator(isOld, self, isOld ? unevaluated : {}),
    ...(isOld ? {} : { unevaluated: { properties: unevaluated } }),
    validation,
    'meta-data': metaData,
    ...(isOld ? { format } : { 'format-annotation': format, 'format-assertion': format }),
    content: {
      properties: { ...each(text, 'contentMediaType', 'contentEncoding'), contentSchema: self },
    },
  };
}

function core(isOld: boolean, self: Fragment): Vocabulary {
  const anchor = isOld ? '^[A-Za-z][-A-Za-z0-9.:_]*$' : '^[A-Za-z_][-A-Za-z0-9._]*$';
  return {
    properties: {
      $id: { ...inDefinitions('uriReferenceString'), pattern: '^[^#]*#?$' },
      $schema: inDefinitions('uriString'),
      $ref: inDefinitions('uriReferenceString'),
      $anchor: inDefinitions('anchorString'),
      ...(isOld
        ? { $recursiveRef: inDefinitions('uriReferenceString'), $recursiveAnchor: truth }
        : {
            $dynamicRef: inDefinitions('uriReferenceString'),
            $dynamicAnchor: inDefinitions('anchorString'),
          }),
      $vocabulary: {
        type: 'object',
        propertyNames: inDefinitions('uriString'),
        additionalProperties: { type: 'boolean' },
      },
      $comment: text,
      $defs: objectOf(self),
    },
    $defs: {
      anchorString: { type: 'string', pattern: anchor },
      uriString: uri,
      uriReferenceString: uriReference,
    },
  };
}

function applicator(isOld: boolean, self: Fragment, more: Fragments): Vocabulary {
  const schemas = inDefinitions('schemaArray');
  return {
    properties: {
      ...(isOld
        ? { additionalItems: self, items: { anyOf: [self, schemas] } }
        : { prefixItems: schemas, items: self }),
      ...each(self, 'contains', 'additionalProperties', 'propertyNames'),
      ...each(self, 'if', 'then', 'else', 'not'),
      ...each(objectOf(self), 'properties', 'dependentSchemas'),
      patternProperties: objectOf(self, { propertyNames: { format: 'regex' } }),
      ...each(schemas, 'allOf', 'anyOf', 'oneOf'),
      ...more,
    },
    $defs: { schemaArray: { type: 'array', minItems: 1, items: self } },
  };
}

const validation: Vocabulary = {
  properties: {
    type: typesOf(inDefinitions('simpleTypes')),
    const: true,
    enum: { type: 'array', items: true },
    multipleOf: { type: 'number', exclusiveMinimum: 0 },
    ...each(number, 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'),
    ...each(inDefinitions('nonNegativeInteger'), 'maxLength', 'maxItems', 'maxContains'),
    ...each(inDefinitions('nonNegativeInteger'), 'maxProperties', 'minContains'),
    ...each(inDefinitions('nonNegativeIntegerDefault0'), 'minLength', 'minItems', 'minProperties'),
    pattern,
    uniqueItems: truth,
    required: inDefinitions('stringArray'),
    dependentRequired: { type: 'object', additionalProperties: inDefinitions('stringArray') },
  },
  $defs: {
    nonNegativeInteger: wholeNumber,
    nonNegativeIntegerDefault0: { ...wholeNumber, default: 0 },
    simpleTypes,
    stringArray: { ...strings, default: [] },
  },
};

const metaData: Vocabulary = {
  properties: {
    ...each(text, 'title', 'description'),
    default: true,
    ...each(truth, 'deprecated', 'readOnly', 'writeOnly'),
    examples: { type: 'array', items: true },
  },
};

/**
 * What a schema of a draft looks like as far as one vocabulary goes, or `schema`: all of them, in one
 * document.
 *
 * @returns undefined for a vocabulary that the draft does not have
 */
export function metaSchemaOfNewDraft(draft: NewDraft, vocabulary: string): Fragment | undefined {
  const vocabularies = vocabulariesOf(draft);
  const isWhole = vocabulary === 'schema';
  if (!isWhole && !Object.hasOwn(vocabularies, vocabulary)) return undefined;
  const parts = Object.entries(vocabularies).filter(([name]) => isWhole || name === vocabulary);
  const url = `https://json-schema.org/draft/${draft}/`;
  return {
    $schema: `${url}schema`,
    $id: isWhole ? `${url}schema` : `${url}meta/${vocabulary}`,
    ...(draft === '2019-09' ? { $recursiveAnchor: true } : { $dynamicAnchor: 'meta' }),
    title: isWhole ? 'Core and Validation specifications meta-schema' : `${vocabulary} meta-schema`,
    type: ['object', 'boolean'],
    properties: {
      ...Object.assign({}, ...parts.map(([, part]) => part.properties)),
      ...(isWhole ? earlierKeywords(draft) : {}),
    },
    $defs: Object.assign({}, ...parts.map(([, part]) => part.$defs ?? {})),
  };
}

/** Keywords of earlier drafts, which must not be used for anything else. */
function earlierKeywords(draft: NewDraft): Fragments {
  const isOld = draft === '2019-09';
  const self: Fragment = isOld ? { $recursiveRef: '#' } : { $dynamicRef: '#meta' };
  return {
    definitions: objectOf(self),
    dependencies: objectOf({ anyOf: [self, inDefinitions('stringArray')] }),
    ...(isOld
      ? {}
      : {
          $recursiveAnchor: inDefinitions('anchorString'),
          $recursiveRef: inDefinitions('uriReferenceString'),
        }),
  };
}
