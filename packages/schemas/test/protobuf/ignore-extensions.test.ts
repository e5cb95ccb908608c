import { expect, it } from 'vitest';
import { ignoreProtobufExtensions, parseSchema } from '../../src/index.ts';

it('leaves out what extends Protobuf and messages', () => {
  const schema = parseSchema(
    'PROTOBUF',
    `syntax = "proto2"; import "google/protobuf/descriptor.proto";
option java_package = "p"; option (x) = 1;
extend google.protobuf.FieldOptions { optional int32 x = 50000; }
message M { option (x) = 1; optional int32 a = 1 [(x) = 1, deprecated = true]; extensions 5 to 9; extend M { optional int32 e = 5; }
  oneof o { option (x) = 1; int32 b = 2 [(x).y = 1]; } optional group G = 3 { optional int32 c = 4 [(x) = 1]; } message N { option (x) = 1; } }
enum E { option (x) = 1; A = 0 [(x) = 1]; }
service S { option (x) = 1; rpc R (M) returns (M) { option (x) = 1; option deprecated = true; } }`,
  );
  expect(schema.type === 'PROTOBUF' && ignoreProtobufExtensions(schema)).toBe(`syntax = "proto2";

import "google/protobuf/descriptor.proto";

option java_package = "p";

message M {
  optional int32 a = 1 [deprecated = true];

  oneof o {
    int32 b = 2;
  }

  optional group G = 3 {
    optional int32 c = 4;
  }

  message N {}
}
enum E {
  A = 0;
}

service S {
  rpc R (M) returns (M) {
    option deprecated = true;
  };
}
`);
});
