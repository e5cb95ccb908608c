import fc from 'fast-check';
import type { JsonValue } from '../../src/index.ts';
import { arbitraryJson } from '../lossless-json/arbitrary-json.ts';

const schemaUrls = fc.constantFrom(
  'http://json-schema.org/draft-04/schema#',
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
);
const names = fc.constantFrom('a', 'b', '$id', '$ref', 'x/y', '__proto__', '1');
const identifiers = fc.constantFrom('http://x/a.json', 'b.json', '#c', 'd e', '');
const references = fc.constantFrom('#', '#/$defs/a', '#/definitions/b', 'b.json', '#c', 'http://x');
const types = fc.constantFrom('string', 'integer', 'object', 'array', 'null', 'nope');

/** Objects that look like schemas, most of them wrong somewhere. */
export const arbitrarySchema: fc.Arbitrary<JsonValue> = fc
  .letrec<{ schema: JsonValue }>((tie) => {
    const schema = tie('schema');
    const list = fc.array(schema, { maxLength: 3 });
    const map = fc.array(fc.tuple(names, schema), { maxLength: 3 }).map((all) => new Map(all));
    const member = fc.oneof(
      fc.tuple(fc.constantFrom('$id', 'id', '$anchor'), identifiers),
      fc.tuple(fc.constantFrom('$ref', '$dynamicRef'), references),
      fc.tuple(fc.constant('type'), fc.oneof(types, fc.array(types, { maxLength: 2 }))),
      fc.tuple(fc.constantFrom('properties', '$defs', 'definitions', 'dependencies'), map),
      fc.tuple(fc.constantFrom('items', 'not', 'additionalProperties', 'if', 'contains'), schema),
      fc.tuple(fc.constantFrom('items', 'prefixItems', 'allOf', 'oneOf'), list),
      fc.tuple(fc.constantFrom('pattern', 'format', 'title'), fc.string()),
      fc.tuple(
        fc.constantFrom('minLength', 'enum', 'default', 'x-mine', 'required'),
        arbitraryJson,
      ),
    );
    const object = fc
      .array(member as fc.Arbitrary<[string, JsonValue]>, { maxLength: 5 })
      .map((all): JsonValue => new Map(all));
    return { schema: fc.oneof({ maxDepth: 4 }, fc.boolean(), object, object) };
  })
  .schema.chain((schema) =>
    fc
      .option(schemaUrls, { nil: undefined })
      .map((url) =>
        url !== undefined && schema instanceof Map
          ? new Map([['$schema', url], ...schema])
          : schema,
      ),
  );
