import fc from 'fast-check';
import { hostileSchema, type SchemaText } from './hostile-schemas.ts';
import { textMutation } from './text-mutation.ts';

const avro = [
  '"string"',
  '["null","int"]',
  '{"type":"record","name":"A","fields":[{"name":"x","type":"int"}]}',
  '{"type":"record","name":"n.A","doc":"d","aliases":["B"],"fields":[{"name":"x","type":"int","default":1},{"name":"y","type":["null","string"],"default":null,"order":"ignore"}]}',
  '{"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]},{"name":"all","type":{"type":"map","values":"Node"}}]}',
  '{"type":"enum","name":"E","symbols":["A","B"],"default":"A"}',
  '{"type":"fixed","name":"F","size":12,"logicalType":"duration"}',
  '{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}',
  '{"type":"array","items":{"type":"record","name":"I","fields":[{"name":"f","type":"double","default":1e3}]}}',
  '{"type":"record","name":"R","fields":[{"name":"d","type":{"type":"record","name":"D","fields":[{"name":"v","type":"long","default":0}]},"default":{"v":1e0}},{"name":"a","type":"A"}]}',
].map((schema): SchemaText => ({ schema }));

const json = [
  '{"type":"object","properties":{"a":{"type":"string","minLength":1},"b":{"type":"integer"}},"required":["a"],"additionalProperties":false}',
  '{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"n":{"properties":{"next":{"$ref":"#/definitions/n"}}}},"$ref":"#/definitions/n"}',
  '{"$schema":"https://json-schema.org/draft/2020-12/schema","$defs":{"s":{"type":"string","pattern":"^a+$"}},"properties":{"x":{"$ref":"#/$defs/s"}},"unevaluatedProperties":false}',
  '{"type":"string","pattern":"(a+)+$","format":"email","enum":["a"],"const":"a"}',
  '{"type":"number","minimum":0,"exclusiveMaximum":1e3,"multipleOf":0.01}',
  '{"oneOf":[{"type":"null"},{"type":"array","items":{"$ref":"#"},"maxItems":3}],"not":{"type":"boolean"}}',
  '{"$ref":"#"}',
  '{"$id":"http://x/y","$ref":"other.json","allOf":[{"if":{},"then":true,"else":false}]}',
  '{"patternProperties":{"(x|xx)*y":{},"^\\\\p{L}+$":{"dependencies":{"a":["b"]}}},"propertyNames":{"maxLength":2}}',
  'true',
].map((schema): SchemaText => ({ schema, schemaType: 'JSON' }));

const protobuf = [
  'syntax = "proto3"; package p; message M { string s = 1; repeated int32 n = 2; }',
  'syntax = "proto2"; message M { optional int64 i = 1 [default = 1]; extensions 100 to max; enum E { A = 0; } oneof o { string a = 2; bytes b = 3; } }',
  'syntax = "proto3"; import "google/protobuf/timestamp.proto"; message M { google.protobuf.Timestamp t = 1; map<string, M> m = 2; message N { M up = 1; } reserved 5, 7 to 9; }',
  'syntax = "proto3"; import "a.proto"; message M { A a = 1; } service S { rpc Do(stream M) returns (M) { option deprecated = true; } }',
  'edition = "2023"; message M { string s = 1 [features.field_presence = IMPLICIT]; }',
  'syntax = "proto3"; option java_package = "x.y"; message M { option (my.o) = { a: 1, b: "x" }; string s = 1 [(k) = "\\u0041", json_name = "t"]; }',
].map((schema): SchemaText => ({ schema, schemaType: 'PROTOBUF' }));

const wellFormed: fc.Arbitrary<SchemaText> = fc.constantFrom(...avro, ...json, ...protobuf);

/** Texts of all types: valid, broken in a place or two, or made to be hard to read. */
export const schemaText: fc.Arbitrary<SchemaText> = fc.oneof(
  { weight: 6, arbitrary: wellFormed },
  {
    weight: 4,
    arbitrary: fc
      .tuple(wellFormed, fc.array(textMutation, { minLength: 1, maxLength: 2 }))
      .map(([{ schema, ...rest }, mutations]) => ({
        ...rest,
        schema: mutations.reduce((text, mutate) => mutate(text), schema),
      })),
  },
  { weight: 1, arbitrary: hostileSchema },
  {
    weight: 1,
    arbitrary: fc
      .tuple(wellFormed, fc.constantFrom('AVRO' as const, 'JSON' as const, 'PROTOBUF' as const))
      .map(([{ schema }, schemaType]) => ({ schema, schemaType })),
  },
);
