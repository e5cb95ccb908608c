import { describe, expect, it } from 'vitest';
import { parseSchema } from '../../src/index.ts';
import { refusal } from '../avro/refusal.ts';

describe('Protobuf', () => {
  it('is stored as it comes', () => {
    const text = `syntax = "proto3";
package a.b;
import public "c.proto";
option (my.opt) = { name: "x;}" list: [1, 2] };
message A {
  option deprecated = true; // ; }
  oneof x { string y = 1 [json_name = "why", (z) = { a: '\\'' }]; }
  extensions 4 to max; reserved 2, 9 to 11;
}
enum E { Z = 0; }
service S { rpc Get (A) returns (stream A) { option (http) = { get: "/v1/{name=*}" }; } }
extend A { optional int32 q = 4; }
message K {
  message message = 1; optional optional = 2; repeated K reserved = 3; option option = 4; enum enum = 5;
  map<string, .a.b.K> m = 6 [deprecated = true]; optional group G = 7 { required bool b = 0x1; }
  oneof oneof { oneof o = 8; option (x) = "y"; } message Inner { enum E { option allow_alias = true; A = -1; B = -0x2 [(o) = 1]; reserved 5; } }
  extend .a.b.A { repeated .a.b.K k = 9; } reserved "x", 'y'; extensions 100 to 199 [(d) = { a: 1 }];
}
service T { option deprecated = true; rpc A (stream K) returns (K); rpc B (K) returns (K) {}; }
;`;
    expect(parseSchema('PROTOBUF', text).text).toBe(text);
  });

  it.for([
    ['massage A {}', 1, 1, "found 'massage'"],
    ['message A {\n  string a = 1;\n', 1, 11, "The '{' is not closed"],
    ['message A { string a = 1; )', 1, 27, "Unexpected ')'"],
    ['message A { } }', 1, 15, "found '}'"],
    ['syntax = "proto3', 1, 10, 'The string does not end'],
    ['syntax = "proto3"', 1, 1, 'The statement does not end'],
    ['\n/* never', 2, 1, 'The comment does not end'],
    ['message A { string a = 1; # }', 1, 27, "Unexpected character '#'"],
    ['message A { string a }', 1, 22, "Expected '=' and a number after 'a', found '}'"],
    ['message A { string a = b; }', 1, 24, "Expected a number, found 'b'"],
    ['message A { string = 1; }', 1, 20, "Expected a name, found '='"],
    ['message A { string a = 1 }', 1, 26, "Expected ';', found '}'"],
    ['message { }', 1, 9, "Expected a name after 'message', found '{'"],
    ['enum E { A; }', 1, 11, "Expected '=' and a number after 'A', found ';'"],
    ['message A { oneof o { string s; } }', 1, 31, "found ';'"],
    ['message A { enum E { Z = 0 } }', 1, 28, "Expected ';', found '}'"],
    ['message A { map<string, int32> m; }', 1, 33, "found ';'"],
    ['edition = "2023";', 1, 1, 'edition is not currently supported'],
  ] as const)('refuses %j in line %i, column %i', ([text, line, column, details]) => {
    const error = refusal(text, {}, 'PROTOBUF');
    expect(error).toMatchObject({ code: 'invalid_schema', line, column });
    expect(error.details).toContain(details);
  });
});
