import { parseSchema } from '../../../src/index.ts';

/** A Protobuf schema of this text. */
export function proto(text: string) {
  return parseSchema('PROTOBUF', text);
}

/** A proto3 file of one message `M` with these fields, and an enum `Color`. */
export function proto3(fields: string) {
  const known = ['any', 'duration', 'field_mask', 'struct', 'timestamp', 'wrappers'];
  const imports = known.map((name) => `import "google/protobuf/${name}.proto";`).join('\n');
  return proto(
    `syntax = "proto3"; ${imports} message M { ${fields} } enum Color { NO_COLOR = 0; RED = 1; CRIMSON = 1; BLUE = -2; }
     message Line { string sku = 1; Line next = 2; }`.replace(
      'enum Color {',
      'enum Color { option allow_alias = true;',
    ),
  );
}

/** A proto2 file of one message `M` with these fields, and an enum `Size`. */
export function proto2(fields: string, more = '') {
  return proto(
    `syntax = "proto2"; message M { ${fields} } enum Size { SMALL = 1; LARGE = 2; } ${more}`,
  );
}

/** Orders with lines, tags and a oneof. */
export const shop = proto(`syntax = "proto3";
package shop;
import "google/protobuf/timestamp.proto";
enum Channel { CHANNEL_UNSPECIFIED = 0; }
message Order {
  int64 id = 1;
  string customer_email = 2;
  Status status = 3;
  repeated Line lines = 4;
  map<string, int32> tags = 5;
  oneof payment {
    string card = 6;
    string iban = 7;
  }
  google.protobuf.Timestamp created_at = 8;
  message Line {
    string sku = 1;
    double price = 2;
    Note note = 3;
    message Note { string text = 1; }
  }
  enum Status { STATUS_UNSPECIFIED = 0; NEW = 1; PAID = 2; }
}
message Refund { int64 order_id = 1; }
`);
