const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('\n');

/** A file that no rule complains of, with these parts in it. */
export const file = (text: string, head = 'syntax = "proto3"; package shop.v1;'): string =>
  `${head}\noption java_package = "com.shop.v1"; option java_multiple_files = true; option go_package = "shop";\n${text}`;

/** One with a message of these fields. */
const one = (fields: string): string => file(`message Order { ${fields} }`);
const two = (fields: string): string =>
  file(`message Order { ${fields} }`, 'syntax = "proto2"; package shop.v1;');
const kind = (values: string): string => file(`message Order {} enum Kind { ${values} }`);
const service = (rpcs: string, name = 'OrderService'): string =>
  file(`message GetRequest {} message GetResponse {} service ${name} { ${rpcs} }`);
const imports = (path: string, fields: string, modifier = ''): string =>
  file(`import ${modifier}"google/${path}.proto"; message Order { ${fields} }`);

const ok = one('string id = 1;');
const rpc = 'rpc Get (GetRequest) returns (GetResponse);';
const timestamp = 'google.protobuf.Timestamp created_at = 1;';

/** For each rule a file that it complains of, where, and what to write; and one that is fine. */
export const ruleCases: Record<string, { bad: string; path: string; write: string; good: string }> =
  {
    'syntax-missing': {
      bad: file('message Order {}', 'package shop.v1;'),
      path: '',
      write: 'syntax = "proto3"; in a new schema, syntax = "proto2"; in this one.',
      good: ok,
    },
    'package-missing': {
      bad: file('message Order {}', 'syntax = "proto3";'),
      path: '',
      write: 'package com.example.v1;',
      good: ok,
    },
    'package-style': {
      bad: file('', 'syntax = "proto3"; package com.MyShop.v1;'),
      path: '',
      write:
        'package com.my_shop.v1; in a new schema. An existing one keeps its own, as a registry refuses another.',
      good: file('', 'syntax = "proto3"; package com.my_shop.v1;'),
    },
    'package-not-versioned': {
      bad: file('', 'syntax = "proto3"; package com.shop;'),
      path: '',
      write: 'package com.shop.v1; in a new schema.',
      good: file('', 'syntax = "proto3"; package com.shop.v1beta1;'),
    },
    'java-package-missing': {
      bad: 'syntax = "proto3"; package shop.v1; message Order {}',
      path: '',
      write: 'option java_package = "com.example.shop.v1";',
      good: ok,
    },
    'java-multiple-files-missing': {
      bad: 'syntax = "proto3"; package shop.v1; message Order {}',
      path: '',
      write: 'option java_multiple_files = true;',
      good: ok,
    },
    'go-package-missing': {
      bad: 'syntax = "proto3"; package shop.v1; message Order {}',
      path: '',
      write: 'option go_package = "example.com/schemas/orders/v1;ordersv1";',
      good: ok,
    },
    'import-unused': {
      bad: imports('protobuf/timestamp', 'string id = 1;'),
      path: '',
      write: 'Leave import "google/protobuf/timestamp.proto"; out.',
      good: imports('protobuf/timestamp', `map<string, ${timestamp.replace(' c', '> c')}`),
    },
    'import-twice': {
      bad: imports('protobuf/timestamp', timestamp).replace(
        'message',
        'import "google/protobuf/timestamp.proto"; message',
      ),
      path: '',
      write: 'Leave one import "google/protobuf/timestamp.proto"; out.',
      good: imports('protobuf/timestamp', timestamp),
    },
    'public-import': {
      bad: imports('protobuf/timestamp', timestamp, 'public '),
      path: '',
      write: 'import "google/protobuf/timestamp.proto"; and the same in each file that uses it.',
      good: imports('protobuf/timestamp', timestamp),
    },
    'weak-import': {
      bad: imports('protobuf/timestamp', timestamp, 'weak '),
      path: '',
      write: 'import "google/protobuf/timestamp.proto";',
      good: imports('protobuf/timestamp', timestamp),
    },
    'message-name-style': {
      bad: file('message order_line {}'),
      path: '',
      write:
        'message OrderLine in a new schema; a registry refuses another name for an existing one.',
      good: ok,
    },
    'field-not-snake-case': {
      bad: one('string userId = 1;'),
      path: 'userId',
      write: 'user_id with [json_name = "userId"], if JSON is in use.',
      good: one('string user_id = 1; string line_2 = 2;'),
    },
    'oneof-name-style': {
      bad: one('oneof payBy { string card = 1; string iban = 2; }'),
      path: '',
      write: 'oneof pay_by',
      good: one('oneof pay_by { string card = 1; string iban = 2; }'),
    },
    'repeated-not-plural': {
      bad: one('repeated string category = 1;'),
      path: 'category',
      write: 'In a new field: categories',
      good: one(
        'repeated string categories = 1; repeated string children = 2; string address = 3;',
      ),
    },
    'boolean-with-is': {
      bad: one('bool is_paid = 1;'),
      path: 'is_paid',
      write: 'In a new field: bool paid',
      good: one('bool paid = 1; bool island = 2;'),
    },
    'field-is-keyword': {
      bad: one('string class = 1;'),
      path: 'class',
      write: 'In a new field: class_value, or a name that says more.',
      good: one('string classes = 1;'),
    },
    'fields-differ-in-case': {
      bad: one('string user_id = 1; string userid = 2;'),
      path: '',
      write: 'Give them names that say what makes them different.',
      good: one('string user_id = 1; string user_ids = 2;'),
    },
    'enum-name-style': {
      bad: file('message Order {} enum order_kind { KIND_UNSPECIFIED = 0; }'),
      path: '(order_kind)',
      write: 'enum OrderKind',
      good: kind('KIND_UNSPECIFIED = 0;'),
    },
    'enum-value-style': {
      bad: kind('KIND_UNSPECIFIED = 0; newOne = 1;'),
      path: '(Kind)',
      write: "For new values, write 'NEW_ONE'. JSON holds those in use by name.",
      good: kind('KIND_UNSPECIFIED = 0; NEW_ONE = 1;'),
    },
    'enum-value-prefix': {
      bad: kind('KIND_UNSPECIFIED = 0; NEW = 1;'),
      path: '(Kind)',
      write: "For new values, write 'KIND_NEW'.",
      good: kind('KIND_UNSPECIFIED = 0; KIND_NEW = 1;'),
    },
    'enum-zero-means-something': {
      bad: kind('PAID = 0;'),
      path: '(Kind)',
      write: 'KIND_UNSPECIFIED = 0; in a new enum.',
      good: kind('UNKNOWN_KIND = 0; PAID = 1;'),
    },
    'enum-without-zero': {
      bad: file('message Order {} enum Kind { PAID = 1; }', 'syntax = "proto2"; package shop.v1;'),
      path: '(Kind)',
      write: 'KIND_UNSPECIFIED = 0; as the first.',
      good: kind('NONE = 0; PAID = 1;'),
    },
    'enum-alias': {
      bad: kind('option allow_alias = true; NONE = 0; OLD = 1; NEW = 1;'),
      path: '(Kind)',
      write:
        'Keep aliases only while a name is being replaced, and mark the old one with [deprecated = true].',
      good: kind('NONE = 0; NEW = 1;'),
    },
    'enum-negative-number': {
      bad: kind('NONE = 0; LESS = -1;'),
      path: '(Kind)',
      write: 'Give new values numbers from 0 on.',
      good: kind('NONE = 0; MORE = 1;'),
    },
    'service-name-style': {
      bad: service(rpc, 'order_service'),
      path: '(order_service)',
      write: 'service OrderService',
      good: service(rpc),
    },
    'service-name-ending': {
      bad: service(rpc, 'Orders'),
      path: '(Orders)',
      write: 'service OrdersService',
      good: service(rpc),
    },
    'rpc-name-style': {
      bad: service('rpc get (GetRequest) returns (GetResponse);'),
      path: '(OrderService).get',
      write: 'rpc Get',
      good: service(rpc),
    },
    'rpc-message-shared': {
      bad: service('rpc Get (GetRequest) returns (stream GetRequest);'),
      path: '(OrderService).Get',
      write: 'rpc Get (GetRequest) returns (GetResponse)',
      good: service(rpc),
    },
    'rpc-message-name': {
      bad: service('rpc Find (GetRequest) returns (GetResponse);'),
      path: '(OrderService).Find',
      write: 'rpc Find (FindRequest) returns (FindResponse)',
      good: service(rpc),
    },
    'rpc-takes-empty': {
      bad: service('rpc Get (google.protobuf.Empty) returns (GetResponse);'),
      path: '(OrderService).Get',
      write: 'message GetRequest {}',
      good: service(rpc),
    },
    'type-comment-missing': {
      bad: file('message Order {\n// Its id.\nstring id = 1; }'),
      path: '',
      write: '// <what one Order stands for, and when it is used>',
      good: ok,
    },
    'field-comment-missing': {
      bad: one('\n// Its id.\nstring id = 1;\n// Its note.\nstring note = 2;\nstring mail = 3;'),
      path: 'mail',
      write: "// <what 'mail' means, its unit and its allowed values>",
      good: one('\n// Its id.\nstring id = 1;\nstring note = 2;'),
    },
    'comment-repeats-name': {
      bad: one('\n// The user id.\nstring user_id = 1;'),
      path: 'user_id',
      write: "// <what 'user_id' means, its unit and its allowed values>",
      good: one('\n// The user id in lower case.\nstring user_id = 1;'),
    },
    'deprecated-without-reason': {
      bad: file('// An order.\nmessage Order { string id = 1 [deprecated = true]; }'),
      path: 'id',
      write: '// Deprecated: use <…> instead.',
      good: one('string id = 1 [deprecated = true];'),
    },
    'required-field': {
      bad: two('required string id = 1;'),
      path: 'id',
      write: 'optional string id = 1; in a new schema, checked by the code.',
      good: two('optional string id = 1;'),
    },
    'group-field': {
      bad: two('optional group Line = 1 { optional string id = 1; }'),
      path: 'line',
      write: 'message Line { … } and a field of that type with a new number.',
      good: two('optional string id = 1;'),
    },
    'field-number-not-allowed': {
      bad: one('string id = 19500;'),
      path: 'id',
      write: 'A number from 1 to 18999 that no other field has.',
      good: one('string id = 20000;'),
    },
    'field-number-twice': {
      bad: one('string id = 1; string note = 1;'),
      path: 'note',
      write: 'A number and a name that no other field has.',
      good: one('string id = 1; string note = 2;'),
    },
    'gap-not-reserved': {
      bad: one('string id = 1; string note = 5;'),
      path: '',
      write: 'reserved 2 to 4;',
      good: one('reserved 2 to 3, 4; string id = 1; string note = 5;'),
    },
    'reserved-without-name': {
      bad: one('reserved 2; string id = 1;'),
      path: '',
      write: 'reserved "<name of each removed field>";',
      good: one('reserved 2; reserved "note"; string id = 1;'),
    },
    'long-number-on-list': {
      bad: one('string id = 1; repeated string notes = 16;'),
      path: 'notes',
      write: 'In a new schema, a number from 1 to 15.',
      good: one('string id = 1; repeated string notes = 2; repeated int32 counts = 16;'),
    },
    'list-not-packed': {
      bad: two('repeated int32 counts = 1;'),
      path: 'counts',
      write: 'repeated int32 counts = 1 [packed = true];',
      good: one('repeated int32 counts = 1;'),
    },
    'map-of-closed-enum': {
      bad: two('enum Kind { NONE = 0; } map<string, Kind> kinds = 1;'),
      path: 'kinds',
      write: 'map<string, int32> kinds_numbers, or a message that holds the enum.',
      good: one('enum Kind { NONE = 0; } map<string, Kind> kinds = 1;'),
    },
    'unused-deprecation': {
      bad: one('string id = 1 [deprecated = true];'),
      path: 'id',
      write: 'Once nobody reads it: reserved 1; reserved "id";',
      good: ok,
    },
    'moment-not-timestamp': {
      bad: one('int64 created_at = 1;'),
      path: 'created_at',
      write: 'In a new field: google.protobuf.Timestamp, from google/protobuf/timestamp.proto.',
      good: imports('protobuf/timestamp', `${timestamp} int64 response_time = 2; string time = 3;`),
    },
    'day-not-date': {
      bad: one('string birth_date = 1;'),
      path: 'birth_date',
      write: 'In a new field: google.type.Date, from google/type/date.proto.',
      good: imports('type/date', 'google.type.Date birth_date = 1; string update = 2;'),
    },
    'duration-without-unit': {
      bad: one('int32 timeout = 1;'),
      path: 'timeout',
      write: 'In a new field: google.protobuf.Duration, or timeout_seconds.',
      good: one('int32 timeout_seconds = 1;'),
    },
    'money-not-exact': {
      bad: one('double unit_price = 1;'),
      path: 'unit_price',
      write:
        'In a new field: google.type.Money, or confluent.type.Decimal with its precision and scale.',
      good: one('double tax_rate = 1; string price_list = 2;'),
    },
    'decimal-without-precision': {
      bad: file(
        'import "confluent/type/decimal.proto"; message Order { confluent.type.Decimal price = 1; }',
      ),
      path: 'price',
      write:
        '[(confluent.field_meta) = { params: [{ key: "precision", value: "12" }, { key: "scale", value: "2" }] }]',
      good: file(
        'import "confluent/meta.proto"; import "confluent/type/decimal.proto"; message Order { confluent.type.Decimal price = 1 [(confluent.field_meta) = { params: [{ key: "precision", value: "12" }, { key: "scale", value: "2" }] }]; }',
      ),
    },
    'question-not-bool': {
      bad: one('string is_active = 1;'),
      path: 'is_active',
      write: 'In a new field: bool, or an enum where there are more answers.',
      good: one('bool is_active = 1; string island = 2;'),
    },
    'choice-not-enum': {
      bad: one('string order_status = 1;'),
      path: 'order_status',
      write: 'In a new field: enum OrderStatus { ORDER_STATUS_UNSPECIFIED = 0; … }',
      good: one('string status_text = 1;'),
    },
    'any-field': {
      bad: imports('protobuf/any', 'google.protobuf.Any details = 1;'),
      path: 'details',
      write: 'A oneof of the messages that it may hold.',
      good: ok,
    },
    'wrapper-field': {
      bad: imports('protobuf/wrappers', 'google.protobuf.StringValue note = 1;'),
      path: 'note',
      write: 'In a new field: optional string note',
      good: one('optional string note = 1;'),
    },
    'first-message-is-part': {
      bad: file(
        'message Line { string id = 1; } message Order { string id = 1; repeated Line lines = 2; }',
      ),
      path: '',
      write: "Put 'message Order' first in a new schema, or give 'Line' a file of its own.",
      good: file(
        'message Order { string id = 1; Order parent = 2; } message Batch { repeated Order orders = 1; }',
      ),
    },
    'no-message': {
      bad: file('enum Kind { NONE = 0; }'),
      path: '',
      write: 'message Event { … }',
      good: ok,
    },
    'json-name-twice': {
      bad: one('string user_id = 1; string userId = 2;'),
      path: 'userId',
      write: '[json_name = "userId2"], or another name.',
      good: one('string user_id = 1; string userId = 2 [json_name = "other"];'),
    },
    'same-message-twice': {
      bad: file(
        'message Order { string a = 1; string b = 2; int32 c = 3; } message Basket { string a = 1; string b = 2; int32 c = 3; }',
      ),
      path: '(Basket)',
      write: 'In new fields: Order',
      good: file(
        'message Order { string a = 1; string b = 2; int32 c = 3; } message Basket { string a = 1; string b = 2; int64 c = 3; }',
      ),
    },
    'oneof-of-one': {
      bad: one('oneof pay_by { string card = 1; }'),
      path: '',
      write: 'optional string card = 1;, unless others will follow.',
      good: one('oneof _card { string card = 1; }'),
    },
    'large-message': {
      bad: one(times(201, (index) => `int32 f${index} = ${index + 1};`)),
      path: '',
      write: 'Group fields that belong together into messages of their own.',
      good: ok,
    },
    'deep-messages': {
      bad: file(
        times(
          9,
          (index) => `message L${index} { ${index < 8 ? `L${index + 1}` : 'string'} in = 1; }`,
        ),
      ),
      path: Array.from({ length: 9 }, () => 'in').join('.'),
      write: 'Flatten the inner messages, or refer to what they describe by its id.',
      good: ok,
    },
    'recursive-message': {
      bad: one('repeated Order parts = 1;'),
      path: 'parts',
      write: 'Write a list of nodes that refer to each other by id.',
      good: ok,
    },
  };
