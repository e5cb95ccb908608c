import { javaHash, javaHashOrder } from '../../java-hash-order.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { ArraySchema, ObjectSchema, SchemaModel, Subschema } from './model.ts';
import type { OpenSchema } from './open-schema.ts';
import { namedSchemasAt, numberAt, restAt, schemasAt, textAt, textsIn } from './open-schema.ts';

/** Loads what a schema says about the values of one type. */
export function loadType(type: string, schema: OpenSchema): SchemaModel {
  switch (type) {
    case 'string':
      return {
        kind: 'string',
        maxLength: numberAt(schema, 'maxLength'),
        minLength: numberAt(schema, 'minLength'),
        pattern: textAt(schema, 'pattern'),
      };
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        integer: type === 'integer',
        maximum: numberAt(schema, 'maximum'),
        minimum: numberAt(schema, 'minimum'),
        // Draft 4 has true and false here, which the registry does not compare.
        exclusiveMaximum: numberAt(schema, 'exclusiveMaximum'),
        exclusiveMinimum: numberAt(schema, 'exclusiveMinimum'),
        multipleOf: numberAt(schema, 'multipleOf'),
      };
    case 'array':
      return loadArray(schema);
    case 'object':
      return loadObject(schema);
    case 'boolean':
    case 'null':
    case 'condition':
      return { kind: type };
    default:
      return { kind: 'anything' };
  }
}

function loadArray(schema: OpenSchema): ArraySchema {
  const { value, isLate, child } = schema;
  const items = value.get('items');
  // Since 2019-09 `items` is what stands behind a tuple, and `true` or `false` are taken for that.
  const itemsAreRest = isLate && (value.has('prefixItems') || typeof items === 'boolean');
  const hasContains = isLate && value.has('contains');
  return {
    kind: 'array',
    items: itemsAreRest ? undefined : child('items'),
    tuple: schemasAt(schema, isLate ? 'prefixItems' : 'items'),
    additionalItems: !isLate
      ? restAt(schema, 'additionalItems')
      : !itemsAreRest || restAt(schema, 'items'),
    unevaluatedItems: !isLate || restAt(schema, 'unevaluatedItems'),
    maxItems: numberAt(schema, 'maxItems'),
    minItems: numberAt(schema, 'minItems'),
    uniqueItems: value.get('uniqueItems') === true,
    maxContains: hasContains ? numberAt(schema, 'maxContains') : undefined,
    minContains: hasContains ? (numberAt(schema, 'minContains') ?? { number: '1' }) : undefined,
  };
}

function loadObject(schema: OpenSchema): ObjectSchema {
  const { value, isLate } = schema;
  const requiredWith = new Map<string, ReadonlySet<string>>();
  const lists = value.get(isLate ? 'dependentRequired' : 'dependencies');
  if (isJsonObject(lists)) {
    for (const [name, list] of lists) if (isJsonArray(list)) requiredWith.set(name, textsIn(list));
  }
  return {
    kind: 'object',
    properties: namedSchemasAt(schema, 'properties'),
    patternProperties: loadPatterns(schema),
    additionalProperties: restAt(schema, 'additionalProperties'),
    unevaluatedProperties: !isLate || restAt(schema, 'unevaluatedProperties'),
    required: textsIn(value.get('required')),
    maxProperties: numberAt(schema, 'maxProperties'),
    minProperties: numberAt(schema, 'minProperties'),
    requiredWith,
    schemaWith: namedSchemasAt(schema, isLate ? 'dependentSchemas' : 'dependencies'),
  };
}

/** In the order in which the registry asks which one matches a name. */
function loadPatterns(schema: OpenSchema): ReadonlyMap<string, Subschema> {
  const schemas = namedSchemasAt(schema, 'patternProperties');
  if (schemas.size < 2) return schemas;
  const patterns = javaHashOrder(schemas.keys(), { reserved: schemas.size, hashOf: patternHash });
  return new Map(
    patterns.flatMap((pattern) => {
      const covering = schemas.get(pattern);
      return covering === undefined ? [] : [[pattern, covering] as const];
    }),
  );
}

/** The hash of a regular expression in the registry. */
function patternHash(pattern: string): number {
  return (31 + javaHash(pattern)) | 0;
}
