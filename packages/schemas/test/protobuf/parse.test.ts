import { describe, expect, it } from 'vitest';
import type { ProtobufSchema, ReferencedSchema } from '../../src/index.ts';
import { parseSchema } from '../../src/index.ts';
import { refusal } from '../avro/refusal.ts';

function parse(text: string, references: ReferencedSchema[] = []): ProtobufSchema {
  const schema = parseSchema('PROTOBUF', text, { references });
  if (schema.type !== 'PROTOBUF') throw new Error('no Protobuf');
  return schema;
}

const everything = `// first
syntax = "proto2"; package a.b;
import 'x.proto'; import public "y.proto"; import weak "./z\\\\w.proto";
option java_package = 'p' "q";
option (my.opt).part.deep = { name: "x;}" list: [1, 2], on: true; inner { A: -1.5 } A: B [e.f] { g: 1 } same: 1 same: 2 };
/* said of K
 * twice */
message K {
  optional .a.b.K m = 1 [default = x, (o) = 1, json_name = 'mm', deprecated = true]; // behind
  map<string, .a.b.K> pairs = 0x6;
  oneof choice { option (x) = "y"; string s = 7; group In = 8 { required bool b = 9; } }
  repeated group G = 10 { optional bytes raw = 11 [default = "\\001\\x41"]; }
  message Inner { enum E { option allow_alias = true; reserved 5, 7 to max; A = -1; B = 0x2 [(o) = 1]; } }
  extend .a.b.K { repeated K k = 100; }
  reserved "x", 'y'; reserved 2, 4 to 5, 20 to 536870911; extensions 100 to 199, 300 [(d) = { a: 1 }];
  ; option deprecated = true;
}
service S { option deprecated = true; rpc A (stream K) returns (K); rpc B (K) returns (stream K) { option (h) = { get: "/v1" }; }; rpc C (K) returns (K) {} }
enum Top { ZERO = 0; }
extend K { optional int32 q = 101; }
;`;

describe('reading Protobuf', () => {
  it('keeps every part in the place it has', () => {
    const { file } = parse(everything);
    expect(file).toMatchObject({ syntax: 'proto2', packageName: 'a.b' });
    expect(file.imports).toEqual([
      { path: 'x.proto', modifier: undefined },
      { path: 'y.proto', modifier: 'public' },
      { path: 'z/w.proto', modifier: 'weak' },
    ]);
    expect(file.types.map(({ name, doc }) => [name, doc])).toEqual([
      ['K', 'said of K\ntwice'],
      ['Top', ''],
    ]);
    expect(file.types[0]).toMatchObject({
      kind: 'message',
      fields: [
        { label: 'optional', type: '.a.b.K', name: 'm', number: 1, doc: 'behind' },
        { label: undefined, type: '.a.b.K', mapKey: 'string', name: 'pairs', number: 6 },
      ],
      oneofs: [{ name: 'choice', fields: [{ name: 's' }], groups: [{ name: 'In', number: 8 }] }],
      groups: [{ label: 'repeated', name: 'G', fields: [{ name: 'raw', type: 'bytes' }] }],
      types: [{ types: [{ kind: 'enum', constants: [{ number: -1 }, { number: 2 }] }] }],
      extensions: [{ name: '.a.b.K', fields: [{ name: 'k', number: 100 }] }],
      reserved: [
        { values: ['x', 'y'] },
        { values: [2, { from: 4, to: 5 }, { from: 20, to: 'max' }] },
      ],
      extensionRanges: [{ values: [{ from: 100, to: 199 }, 300], options: [{ name: 'd' }] }],
      options: [{ name: 'deprecated' }],
    });
    expect(file.services).toMatchObject([
      {
        name: 'S',
        rpcs: [
          { name: 'A', requestStreams: true, responseStreams: false, options: [] },
          { name: 'B', responseStreams: true, options: [{ name: 'h', isExtension: true }] },
          { name: 'C', requestType: 'K', responseType: 'K' },
        ],
      },
    ]);
    expect(file.extensions).toMatchObject([{ name: 'K', fields: [{ name: 'q' }] }]);
  });

  it('reads options in every form', () => {
    const text = (value: string) => ({ kind: 'string', text: value });
    const number = (value: string) => ({ kind: 'number', text: value });
    const { file } = parse(everything);
    expect(file.options).toEqual([
      { name: 'java_package', isExtension: false, value: text('pq') },
      {
        name: 'my.opt',
        isExtension: true,
        value: {
          kind: 'option',
          option: {
            name: 'part',
            isExtension: false,
            value: {
              kind: 'option',
              option: {
                name: 'deep',
                isExtension: false,
                value: {
                  kind: 'map',
                  entries: [
                    { key: 'name', value: text('x;}') },
                    { key: 'list', value: { kind: 'list', values: [number('1'), number('2')] } },
                    { key: 'on', value: { kind: 'boolean', text: 'true' } },
                    {
                      key: 'inner',
                      value: { kind: 'map', entries: [{ key: 'A', value: number('-1.5') }] },
                    },
                    { key: 'A', value: { kind: 'word', text: 'B' } },
                    {
                      key: '[e.f]',
                      value: { kind: 'map', entries: [{ key: 'g', value: number('1') }] },
                    },
                    { key: 'same', value: { kind: 'list', values: [number('1'), number('2')] } },
                  ],
                },
              },
            },
          },
        },
      },
    ]);
  });

  it('puts default and json_name last, with the kind of value that the type asks for', () => {
    const { file } = parse(
      'message M { optional int32 i = 1 [default = "-7", json_name = "I", deprecated = true]; optional bool b = 2 [default = true]; optional bytes y = 3 [default = "a b"]; optional E e = 4 [default = A, json_name = "x", json_name = y]; } enum E { A = 0; }',
    );
    const [message] = file.types;
    const fields = message?.kind === 'message' ? message.fields : [];
    expect(fields.map(({ options }) => options.map(({ name, value }) => [name, value]))).toEqual([
      [
        ['deprecated', { kind: 'boolean', text: 'true' }],
        ['default', { kind: 'number', text: '-7' }],
        ['json_name', { kind: 'string', text: 'I' }],
      ],
      [['default', { kind: 'boolean', text: 'true' }]],
      [['default', { kind: 'string', text: 'a b' }]],
      [
        ['default', { kind: 'word', text: 'A' }],
        ['json_name', { kind: 'string', text: 'y' }],
      ],
    ]);
  });

  it('resolves escapes in texts', () => {
    const { file } = parse(String.raw`option a = "\a\b\f\n\r\t\v\\\'\"\x41\X4\101\8é";`);
    expect(file.options[0]?.value).toEqual({
      kind: 'string',
      text: '\u0007\b\f\n\r\t\v\\\'"A\u0004A8é',
    });
  });

  it.for([
    ['massage A {}', 1, 1, 'Syntax error in :1:1: unexpected label: massage'],
    [
      'message A {\n  optional string a = 1;\n',
      3,
      1,
      'Syntax error in :3:1: unexpected end of file',
    ],
    ['message A { optional string a = 1; )', 1, 36, 'Syntax error in :1:36: expected a word'],
    ['message A { } }', 1, 15, 'Syntax error in :1:15: expected a word'],
    ['syntax = "proto3', 1, 17, 'Syntax error in :1:17: unterminated string'],
    ['syntax = "proto3"', 1, 18, 'Syntax error in :1:18: unexpected end of file'],
    ['syntax = "proto4";', 1, 1, 'Syntax error in :1:1: unexpected syntax: proto4'],
    ['syntax = proto3;', 1, 10, 'Check failed.'],
    [
      'syntax = "proto2";\nsyntax = "proto2";',
      2,
      1,
      'Syntax error in :2:1: too many syntax definitions',
    ],
    [
      'package a; syntax = "proto2";',
      1,
      12,
      "Syntax error in :1:12: 'syntax' element must be the first declaration in a file",
    ],
    ['\n/* never', 2, 8, 'Syntax error in :2:8: unterminated comment'],
    ['message A { # }', 1, 13, 'Syntax error in :1:13: expected a word'],
    ['message A { string a = 1; }', 1, 13, 'Syntax error in :1:13: unexpected label: string'],
    ['message A { optional string a }', 1, 32, "Syntax error in :1:32: expected '=' but was '}'"],
    [
      'message A { optional string a = b; }',
      1,
      34,
      'Syntax error in :1:34: expected an integer but was b',
    ],
    [
      'message A { optional string a = 4294967296; }',
      1,
      43,
      'Syntax error in :1:43: expected an integer but was 4294967296',
    ],
    [
      'message A { optional string 1a = 1; }',
      1,
      29,
      'Syntax error in :1:28: field and constant names cannot start with a digit',
    ],
    [
      'message A { optional string a = 1 }',
      1,
      36,
      "Syntax error in :1:36: expected ';' but was '}'",
    ],
    [
      'message A { optional string a = 1 [b]; }',
      1,
      38,
      "Syntax error in :1:38: expected '=' in option",
    ],
    [
      'message A { optional string a = 1; /* b */ }',
      1,
      45,
      'Syntax error in :1:45: no syntax may follow trailing comment',
    ],
    [
      'message A { required map<string, string> m = 1; }',
      1,
      13,
      "Syntax error in :1:13: 'map' type cannot have label",
    ],
    [
      'syntax = "proto3"; message A { required string a = 1; }',
      1,
      32,
      "Syntax error in :1:32: 'required' label forbidden in proto3 field declarations",
    ],
    ['message { }', 1, 9, 'Syntax error in :1:9: expected a word'],
    ['message A {} enum A {}', 1, 14, 'A (:1:14) is already defined at :1:1'],
    ['message A { reserved 1 2; }', 1, 13, "Syntax error in :1:13: expected ',', ';', or 'to'"],
    ['message A { reserved 1 to b; }', 1, 26, 'For input string: "b"'],
    [
      'message A { extensions 4 [a = 1], 5; }',
      1,
      34,
      "Syntax error in :1:34: expected ';' but was ','",
    ],
    ['enum E { A; }', 1, 12, "Syntax error in :1:12: expected '=' but was ';'"],
    ['service S { rpc A (B) return (C); }', 1, 13, "Syntax error in :1:13: expected 'returns'"],
    ['option (a) = { b: <c: 1> };', 1, 19, 'Syntax error in :1:19: expected a word'],
    ['option a = "\\n" b;', 1, 18, "Syntax error in :2:4: expected ';' but was 'b'"],
    ['/*\n*/ b', 2, 4, 'Syntax error in :2:5: unexpected label: b'],
    ['message A {} //', 1, 16, 'startIndex: 15 > endIndex: 14'],
    ['edition = "2023";', 1, 8, 'Syntax error in :1:8: edition is not currently supported'],
  ] as const)('refuses %j in line %i, column %i', ([text, line, column, details]) => {
    expect(refusal(text, {}, 'PROTOBUF')).toMatchObject({
      code: 'invalid_schema',
      line,
      column,
      details: `Could not parse Protobuf - ${details}`,
    });
  });

  it.for([
    ['a field', 'syntax = "proto3";\nmessage A {\n  Addr a = 1;\n}', 3, 3],
    ['the values of a map', 'message A { map<string, Addr> m = 1; }', 1, 13],
    ['an rpc', 'message A {} service S {\nrpc R (A) returns (Addr); }', 2, 1],
    ['an extend', 'extend Addr { optional int32 a = 1; }', 1, 1],
    ['a field of a oneof', 'message A { oneof o { Addr a = 1; } }', 1, 23],
    ['a field of a group', 'message A { optional group G = 1 { optional Addr a = 1; } }', 1, 36],
    ['a field of an extend', 'message A {} extend A { optional Addr a = 1; }', 1, 25],
  ] as const)('refuses a type that nothing defines in %s', ([, text, line, column]) => {
    const error = refusal(text, {}, 'PROTOBUF');
    expect(error).toMatchObject({ details: 'Could not resolve type: Addr', line, column });
    expect(error.message).toContain('there is no type Addr');
    const name = 'other.proto';
    expect(parse(text, [{ name, text: 'message Addr {}' }]).imported.has(name)).toBe(true);
    expect(parseSchema('PROTOBUF', text, { validation: 'stored' }).type).toBe('PROTOBUF');
  });

  it('knows the files of the registry, imported or not', () => {
    const { imported } = parse('import "confluent/meta.proto";');
    expect([...imported.keys()]).toEqual([
      'confluent/meta.proto',
      'google/protobuf/descriptor.proto',
    ]);
    for (const type of [
      'google.protobuf.Timestamp',
      'google.protobuf.Value',
      'google.protobuf.Api',
      'google.protobuf.FieldOptions',
      'google.type.Money',
      'google.type.DayOfWeek',
      'confluent.type.Decimal',
      'confluent.Meta',
    ])
      expect(parse(`message M { optional ${type} t = 1; }`).file.types).toHaveLength(1);
    expect(
      refusal('message M { optional google.type.Interval t = 1; }', {}, 'PROTOBUF').details,
    ).toBe('Could not resolve type: google.type.Interval');
  });

  it('takes what compilers would not, as the registry does', () => {
    for (const text of [
      'message A { optional int32 a = 0; optional int32 a = 0; reserved 0; }',
      'syntax = "proto3"; enum E { A = 1; A = 1; }',
      'message A { message B {} message B {} }',
      'option (nobody.knows) = 1;',
      'import "missing.proto";',
      'package a; package b; reserved 4;\n',
      '',
    ])
      expect(parse(text).file.syntax).not.toBe('proto4');
  });
});
