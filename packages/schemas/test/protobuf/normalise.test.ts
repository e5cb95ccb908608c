import { describe, expect, it } from 'vitest';
import type { ReferencedSchema } from '../../src/index.ts';
import { normalizeSchema, parseSchema } from '../../src/index.ts';

const normalised = (text: string, references: ReferencedSchema[] = []): string =>
  normalizeSchema(parseSchema('PROTOBUF', text, { references }));

describe('the normalised form of Protobuf', () => {
  it('sorts what has no meaning in its order, and names types in full', () => {
    expect(
      normalised(`syntax = "proto2"; package a.b;
import "z.proto"; import "y.proto"; import "z.proto"; import public "q.proto"; import public "p.proto";
option java_package = "p"; option go_package = "g";
message M {
  optional N second = 2 [packed = true, json_name = "s", (z) = 1, default = A]; optional .a.b.M first = 1; map<string, b.M> m = 3;
  oneof later { int32 d = 12; N c = 11; } oneof earlier { int32 f = 10; } oneof none {}
  repeated group H = 21 { optional N b = 2; optional int32 a = 1; }
}
message N {} enum E { C = 2; B = 1; A = 1; option deprecated = true; option allow_alias = true; reserved 9, 10 to 12, "b", 8, "a"; }
message O { extensions 9, 10 to 12; reserved 4 to 4, 30 to max, 5; extend M { optional P p = 100; } message P {} }
service S { rpc B (N) returns (M) { option (y) = 1; option (x) = 2; } rpc A (stream O.P) returns (N); option deprecated = true; }
extend N { optional int32 z = 101; } extend M { optional int32 x = 101; } extend .a.b.N { optional E y = 100; }
`),
    ).toBe(`package a.b;

import "y.proto";
import "z.proto";
import public "p.proto";
import public "q.proto";

option go_package = "g";
option java_package = "p";

message M {
  optional .a.b.M first = 1;
  optional .a.b.N second = 2 [
    (a.b.z) = 1,
    default = A,
    json_name = "s",
    packed = true
  ];
  map<string, .a.b.M> m = 3;

  oneof earlier {
    int32 f = 10;
  }
  oneof later {
    .a.b.N c = 11;
    int32 d = 12;
  }

  repeated group H = 21 {
    optional int32 a = 1;
    optional .a.b.N b = 2;
  }
}
message N {}
message O {
  reserved 30 to max;
  reserved 4;
  reserved 5;

  extend .a.b.M {
    optional .a.b.O.P p = 100;
  }

  extensions 10 to 12;
  extensions 9;

  message P {}
}
enum E {
  reserved 10 to 12;
  reserved 8;
  reserved 9;
  reserved "a";
  reserved "b";
  option allow_alias = true;
  option deprecated = true;
  A = 1;
  B = 1;
  C = 2;
}

extend .a.b.N {
  optional .a.b.E y = 100;
  optional int32 z = 101;
}
extend .a.b.M {
  optional int32 x = 101;
}

service S {
  option deprecated = true;

  rpc B (.a.b.N) returns (.a.b.M) {
    option (a.b.x) = 2;
    option (a.b.y) = 1;
  };
  rpc A (stream .a.b.O.P) returns (.a.b.N);
}
`);
  });

  it('leaves proto3 said', () => {
    expect(normalised('syntax = "proto3"; message A { string a = 1; }')).toBe(
      'syntax = "proto3";\n\nmessage A {\n  string a = 1;\n}\n',
    );
  });

  const rules = `syntax = "proto2"; package v; import "google/protobuf/descriptor.proto";

message Rules { optional Text text = 1; repeated Text texts = 2; optional int32 least = 3; repeated int32 among = 4; extensions 10 to 20; }
message Text { optional int32 min = 1; optional int32 max = 2; }
extend google.protobuf.MessageOptions { optional Rules rules = 50000; }
extend Rules { optional Text more = 10; }`;

  const withOptions = (options: string): string[] =>
    normalised(`package v; message M { ${options} }`, [{ name: 'v.proto', text: rules }])
      .split('\n')
      .slice(3, -2)
      .map((line) => line.slice(2));

  it.for([
    ['a part', 'option (rules).least = 1;', ['option (v.rules) = {', '  least: 1', '};']],
    [
      'parts of a message',
      'option (v.rules).text.min = 1; option (rules).text.max = 2;',
      ['option (v.rules) = {', '  text: {', '    max: 2,', '    min: 1', '  }', '};'],
    ],
    [
      'a scalar twice',
      'option (rules).least = 1; option (rules).least = 2;',
      ['option (v.rules) = {', '  least: 2', '};'],
    ],
    [
      'a repeated part',
      'option (rules).among = 2; option (rules).among = 1;',
      ['option (v.rules) = {', '  among: [', '    2,', '    1', '  ]', '};'],
    ],
    [
      'an extension within',
      'option (rules) = { [more] { min: 1 } least: 2 };',
      ['option (v.rules) = {', '  [v.more]: {', '    min: 1', '  },', '  least: 2', '};'],
    ],
    [
      'what nobody defines',
      'option (no).part.a = 1; option (no).part.b = 2;',
      [
        'option (no) = {',
        '  part: [',
        '    {',
        '      a: 1',
        '    },',
        '    {',
        '      b: 2',
        '    }',
        '  ]',
        '};',
      ],
    ],
    [
      'whole values of one name',
      'option (rules) = { least: 2 }; option (rules) = { least: 1 };',
      ['option (v.rules) = {', '  least: 2', '};', 'option (v.rules) = {', '  least: 1', '};'],
    ],
  ] as const)('puts together %s of an option', ([, options, lines]) => {
    expect(withOptions(options)).toEqual(lines);
  });

  it('makes a map again of the message that stands for its entries', () => {
    expect(
      normalised(
        'package p; message M { repeated PairsEntry pairs = 1; message PairsEntry { option map_entry = true; optional string key = 1; optional N value = 2; } message N {} }',
      ),
    ).toBe('package p;\n\nmessage M {\n  map<string, .p.M.N> pairs = 1;\n\n  message N {}\n}\n');
  });

  it('refuses a type that nothing defines, stored or not', () => {
    const schema = parseSchema('PROTOBUF', 'message A { optional B b = 1; }', {
      validation: 'stored',
    });
    expect(() => normalizeSchema(schema)).toThrow('there is no type B');
  });
});
