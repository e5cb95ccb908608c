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
    ['edition = "2023";', 1, 1, 'edition is not currently supported'],
  ] as const)('refuses %j in line %i, column %i', ([text, line, column, details]) => {
    const error = refusal(text, {}, 'PROTOBUF');
    expect(error).toMatchObject({ code: 'invalid_schema', line, column });
    expect(error.details).toContain(details);
  });
});
