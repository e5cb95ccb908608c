import { describe, expect, it } from 'vitest';
import { parseSchema } from '../../src/index.ts';

const stored = (text: string): string =>
  parseSchema('PROTOBUF', text, { validation: 'stored' }).text;

describe('the stored form of Protobuf', () => {
  it('orders the parts of a file and drops what is said in comments', () => {
    expect(
      stored(`// c
syntax = "proto2"; package a.b;
service S { option deprecated = true; rpc A (M) returns (stream M); rpc B (stream M) returns (M) { option (h) = { get: "/" }; } }
service T {}
extend M { optional int32 x = 100; } extend M { }
enum E { option allow_alias = true; reserved 5, "B"; A = 0 [deprecated = true]; }
message M { message N { reserved 1, 3 to max; optional int32 i = 2; } enum E { Z = 0; } message O {}
  extensions 100 to 199, 300 [(a) = 1, (b) = 2]; optional group G = 1 { optional int32 s = 2; }
  oneof o { option (r) = true; string t = 3; group H = 4 { optional int32 u = 5; } } oneof empty {}
  map<string,N> m = 6; option deprecated = true; reserved "q"; extend M { optional N n = 101; } }
option java_package = "p"; option (a).b = { c: 1 d { } };
import weak "w"; import public "p"; import "i";
`),
    ).toBe(`syntax = "proto2";
package a.b;

import "i";
import public "p";
import weak "w";

option java_package = "p";
option (a).b = {
  c: 1,
  d: {
  }
};

message M {
  reserved "q";

  option deprecated = true;

  map<string, N> m = 6;

  oneof o {
    option (r) = true;
  
    string t = 3;
  
    group H = 4 {
      optional int32 u = 5;
    }
  }
  oneof empty {}

  optional group G = 1 {
    optional int32 s = 2;
  }

  extend M {
    optional N n = 101;
  }

  extensions 100 to 199, 300 [
    (a) = 1,
    (b) = 2
  ];

  message N {
    reserved 1, 3 to max;
  
    optional int32 i = 2;
  }
  message O {}
  enum E {
    Z = 0;
  }
}
enum E {
  reserved 5, "B";
  option allow_alias = true;
  A = 0 [deprecated = true];
}

extend M {
  optional int32 x = 100;
}
extend M {}

service S {
  option deprecated = true;

  rpc A (M) returns (stream M);
  rpc B (stream M) returns (M) {
    option (h) = {
      get: "/"
    };
  };
}
service T {}
`);
  });

  it.for([
    [
      '[1, "a", true, B, { c: 1 }, [2]]',
      '[\n  1,\n  "a",\n  true,\n  B,\n  {\n    c: 1\n  },\n  [\n    2\n  ]\n]',
    ],
    ['{ a: 1 a: 2 b: [] }', '{\n  a: [\n    1,\n    2\n  ],\n  b: [\n  ]\n}'],
    ['{ [x.y].z: 1, [x.y].w: "2" }', '{\n  [x.y]: {\n    z: 1,\n    w: "2"\n  }\n}'],
    [String.raw`'\a\b\f\n\r\t\v\\"' "'é\x01"`, String.raw`"\a\b\f\n\r\t\v\\\"\'é${'\u0001'}"`],
    ['-1.50e3', '-1.50e3'],
    ['0x1F', '0x1F'],
    ['inf', 'inf'],
  ] as const)('writes the value %s of an option', ([value, written]) => {
    expect(stored(`option a = ${value};`)).toBe(`\noption a = ${written};\n`);
  });

  it('writes a default as its type asks for', () => {
    expect(
      stored(
        'message M { optional string s = 1 [default = x]; optional bytes b = 2 [default = "ab"]; optional bytes c = 3 [default = "a b"]; optional int32 i = 4 [default = 0x10, deprecated = true]; optional E e = 5 [default = A]; }',
      ),
    ).toBe(`
message M {
  optional string s = 1 [default = "x"];
  optional bytes b = 2 [default = ab];
  optional bytes c = 3 [default = "a b"];
  optional int32 i = 4 [
    deprecated = true,
    default = 0x10
  ];
  optional E e = 5 [default = A];
}
`);
  });

  it('is empty for a file of nothing', () => {
    expect(stored(' ; // x\n')).toBe('');
  });
});
