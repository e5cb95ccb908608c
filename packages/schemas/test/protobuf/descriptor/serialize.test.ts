import { describe, expect, it } from 'vitest';
import type { ReferencedSchema } from '../../../src/index.ts';
import { normalizeSchema, parseSchema, serializeProtobuf } from '../../../src/index.ts';
import { refusal } from '../../avro/refusal.ts';

function serialized(text: string, references: ReferencedSchema[] = []): string {
  const schema = parseSchema('PROTOBUF', text, { references });
  return schema.type === 'PROTOBUF' ? serializeProtobuf(schema) : '';
}

/** The stored form of what a descriptor describes. */
const back = (base64: string, references: ReferencedSchema[] = []): string =>
  parseSchema('PROTOBUF', base64, { references }).text;

describe('descriptors', () => {
  it('are those that a registry answers', () => {
    const address = 'syntax = "proto3"; package rf; message Addr { string street = 1; }';
    expect(
      serialized(
        'syntax = "proto3"; package rf; import "addr.proto"; message Cust { Addr a = 1; }',
        [{ name: 'addr.proto', text: address }],
      ),
    ).toBe('CgdkZWZhdWx0EgJyZhoKYWRkci5wcm90byIVCgRDdXN0Eg0KAWEYASgLMgRBZGRyYgZwcm90bzM=');
  });

  it.for([
    [
      'messages, enums and services',
      'syntax = "proto3";\npackage a;\n\nmessage M {\n  M m = 1;\n  repeated E e = 2;\n  optional string s = 3 [json_name = "x"];\n\n  oneof o {\n    int32 i = 4;\n    bytes b = 5;\n  }\n\n  message N {}\n}\nenum E {\n  Z = 0;\n  Y = -1;\n}\n\nservice S {\n  rpc A (stream M) returns (M);\n  rpc B (M) returns (stream M);\n}\n',
    ],
    [
      'defaults, groups and extensions',
      'syntax = "proto2";\n\nmessage M {\n  required double d = 1 [default = -inf];\n  optional string s = 2 [default = "a\\"\\n"];\n  repeated sint64 l = 3 [packed = true];\n\n  optional group G = 4 {\n    optional int32 a = 5;\n  }\n\n  extensions 100 to 199;\n  extensions 300;\n  extensions 400 to max;\n}\n\nextend M {\n  optional int32 x = 100;\n}\n',
    ],
    [
      'what is reserved',
      '\nmessage M {\n  reserved 4;\n  reserved 6 to 8;\n  reserved 10 to max;\n  reserved "a";\n}\nenum E {\n  reserved 5 to max;\n  reserved "B";\n  A = 0;\n}\n',
    ],
    [
      'options of Protobuf itself',
      'syntax = "proto3";\n\noption java_package = "p";\noption java_multiple_files = true;\noption optimize_for = CODE_SIZE;\n\nmessage M {\n  option deprecated = true;\n\n  int64 a = 1 [jstype = JS_STRING];\n}\nenum E {\n  option allow_alias = true;\n  A = 0 [deprecated = true];\n}\n\nservice S {\n  option deprecated = true;\n\n  rpc R (M) returns (M) {\n    option idempotency_level = IDEMPOTENT;\n  };\n}\n',
    ],
  ] as const)('keep %s', ([, text]) => {
    expect(back(serialized(text))).toBe(text);
  });

  it('keep imports and how they are made', () => {
    const text = '\nimport "a.proto";\nimport public "b.proto";\nimport weak "c.proto";\n';
    expect(back(serialized(text))).toBe(text);
  });

  it('describe a map by the message of its entries, which is a map again when normalised', () => {
    const text = 'package p;\n\nmessage M {\n  map<string, .p.M> by_name = 1;\n}\n';
    const described = back(serialized(text));
    expect(described).toContain('repeated ByNameEntry by_name = 1;');
    expect(described).toContain('option map_entry = true;');
    expect(normalizeSchema(parseSchema('PROTOBUF', described))).toBe(text);
  });

  it('hold options of an extend by number and type', () => {
    const text = `syntax = "proto2"; import "google/protobuf/descriptor.proto";
message Rule { optional sint32 a = 1; repeated string b = 2; map<string, bool> c = 3; optional E e = 4; optional float f = 5; optional fixed64 g = 6; optional bytes h = 7; }
enum E { A = 0; B = 1; }
extend google.protobuf.MessageOptions { optional Rule rule = 50000; optional bool flag = 50001; }
message M { option (flag) = true; option (rule).a = -2; option (rule) = { b: ["x", "y"] c { key: "k" value: true } e: B f: 1.5 g: 0x1 h: "\\xff" no: 1 }; option (unknown) = 1; }`;
    const bytes = Uint8Array.from(atob(serialized(text)), (each) => each.charCodeAt(0));
    const hexadecimal = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    // Two values of one option, each with its tag (50000, bytes), and the flag (50001, a number).
    expect(hexadecimal).toContain('82b518020803');
    expect(hexadecimal).toContain(
      '120178' +
        '120179' +
        '1a050a016b1001' +
        '2001' +
        '2d0000c03f' +
        '310100000000000000' +
        '3a01ff' +
        '88b51801',
    );
  });

  it.for([
    ['no base64', 'message'],
    ['base64 of no message', btoa('\u0007\u0007\u0007')],
    ['base64 of another message', btoa('\u0022\u0003abc')],
    ['base64 of names that cannot be written', btoa('\u0022\u0005\u000a\u0003a b')],
    ['base64 with a line break', `${serialized('message A {}')}\n`],
  ] as const)('are no %s', ([, text]) => {
    expect(refusal(text, {}, 'PROTOBUF')).toMatchObject({
      code: 'invalid_schema',
      details: expect.stringContaining('Could not parse Protobuf - Syntax error in :1:'),
    });
  });
});
