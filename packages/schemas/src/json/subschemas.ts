/** What a keyword's value holds, as far as schemas go. */
export type SubschemaShape =
  /** A schema. */
  | 'schema'
  /** Schemas in an array. */
  | 'list'
  /** A schema, or schemas in an array. */
  | 'schema or list'
  /** Schemas in an object, by name. */
  | 'map'
  /** Values of messages, which may look like schemas and are none. */
  | 'data';

/** The keywords of all drafts that hold schemas, or values that are none. */
export const subschemaShapes: ReadonlyMap<string, SubschemaShape> = new Map([
  ...shaped('schema', [
    'additionalItems',
    'additionalProperties',
    'contains',
    'contentSchema',
    'else',
    'if',
    'not',
    'propertyNames',
    'then',
    'unevaluatedItems',
    'unevaluatedProperties',
  ]),
  ...shaped('list', ['allOf', 'anyOf', 'oneOf', 'prefixItems']),
  ...shaped('schema or list', ['items']),
  ...shaped('map', [
    '$defs',
    'definitions',
    'dependencies',
    'dependentSchemas',
    'patternProperties',
    'properties',
  ]),
  ...shaped('data', ['const', 'default', 'enum', 'examples']),
]);

function shaped(
  shape: SubschemaShape,
  keywords: readonly string[],
): (readonly [string, SubschemaShape])[] {
  return keywords.map((keyword) => [keyword, shape] as const);
}
