const all = 'BACKWARD FORWARD FULL';

/** A file of this syntax; what the cases hold stands within. */
export const file = (text: string, syntax = 'proto3') => `syntax = "${syntax}"; package p; ${text}`;
const inMessage = (text: string, syntax?: string) => file(`message M { ${text} }`, syntax);
const inEnum = (text: string) => file(`message M { E e = 1; } enum E { ${text} }`);

type Case = [name: string, before: string, after: string, ...found: [string, string, string][]];

/** A case of two texts within one message of proto3. */
const fields = (before: string, after: string, ...found: [string, string, string][]): Case => [
  `${before} → ${after}`,
  inMessage(before),
  inMessage(after),
  ...found,
];

/** The same in proto2. */
const old = (before: string, after: string, ...found: [string, string, string][]): Case => [
  `${before} → ${after} (proto2)`,
  inMessage(before, 'proto2'),
  inMessage(after, 'proto2'),
  ...found,
];

const symbols = (before: string, after: string, ...found: [string, string, string][]): Case => [
  `enum ${before} → ${after}`,
  inEnum(before),
  inEnum(after),
  ...found,
];

/** Before, after, and what is found: rule, severity, levels. */
export const dangerCases: Case[] = [
  fields('int32 a = 1; int32 b = 2;', 'int32 a = 1;', [
    'removed-field-not-reserved',
    'warning',
    all,
  ]),
  fields('int32 a = 1; int32 b = 2;', 'reserved 2; reserved "b"; int32 a = 1;'),
  fields('int32 a = 1; int32 b = 2;', 'reserved 2; int32 a = 1;', [
    'removed-field-not-reserved',
    'info',
    all,
  ]),
  fields('int32 a = 1;', 'int32 a = 2;', ['field-number-changed', 'error', all]),
  fields(
    'int32 a = 1; int32 b = 2;',
    'int32 a = 2; int32 c = 3;',
    ['field-number-changed', 'error', all],
    ['field-number-reused', 'error', all],
    ['removed-field-not-reserved', 'info', all],
  ),
  fields(
    'int32 age = 1;',
    'bool paid = 1;',
    ['field-number-reused', 'error', all],
    ['field-renamed', 'warning', all],
    ['integer-and-bool', 'error', all],
  ),
  fields('reserved 2; int32 a = 1;', 'int32 a = 1; int32 b = 2;', [
    'reserved-number-used',
    'error',
    all,
  ]),
  fields('reserved "b"; int32 a = 1;', 'int32 a = 1; int32 b = 2;', [
    'reserved-name-used',
    'warning',
    all,
  ]),
  fields('reserved 2 to 4; int32 a = 1;', 'int32 a = 1;', ['reservation-dropped', 'warning', all]),
  fields('int32 user_id = 1;', 'int32 customer_id = 1;', ['field-renamed', 'warning', all]),
  fields('int32 user_id = 1;', 'int32 customer_id = 1 [json_name = "userId"];'),
  fields('int32 user_id = 1;', 'int32 user_id = 1 [json_name = "userId"];'),
  fields('int32 user_id = 1;', 'int32 user_id = 1 [json_name = "user_id"];', [
    'json-name-changed',
    'warning',
    all,
  ]),
  fields('int64 a = 1;', 'int32 a = 1;', ['integer-width-changed', 'error', all]),
  fields('int32 a = 1;', 'int64 a = 1;', ['integer-width-changed', 'warning', all]),
  fields('map<int64, sint64> a = 1;', 'map<int32, sint64> a = 1;', [
    'integer-width-changed',
    'error',
    all,
  ]),
  fields('int32 a = 1;', 'uint32 a = 1;', ['integer-sign-changed', 'error', all]),
  fields('sfixed64 a = 1;', 'fixed64 a = 1;', ['integer-sign-changed', 'error', all]),
  fields('int32 a = 1;', 'sint32 a = 1;'),
  fields('int32 a = 1;', 'bool a = 1;', ['integer-and-bool', 'error', all]),
  fields('bool a = 1;', 'int32 a = 1;', ['integer-and-bool', 'warning', all]),
  fields('enum E { A = 0; } E a = 1;', 'enum E { A = 0; } int32 a = 1;', [
    'integer-and-enum',
    'warning',
    all,
  ]),
  fields(
    'enum E { A = 0; B = 1; } enum F { C = 0; D = 1; } E a = 1;',
    'enum E { A = 0; B = 1; } enum F { C = 0; D = 1; } F a = 1;',
    ['enum-replaced', 'error', all],
  ),
  fields('bytes a = 1;', 'string a = 1;', ['string-and-bytes', 'error', all]),
  fields('string a = 1;', 'bytes a = 1;', ['string-and-bytes', 'warning', all]),
  fields('repeated string a = 1;', 'string a = 1;', ['repeated-made-single', 'error', all]),
  fields('int32 a = 1;', 'repeated int32 a = 1;', ['single-made-repeated', 'warning', all]),
  fields('optional int32 a = 1;', 'repeated int32 a = 1;'),
  old('repeated int32 a = 1;', 'optional int32 a = 1;'),
  old('required string a = 1;', 'optional string a = 1;', ['required-changed', 'error', all]),
  old('optional string a = 1;', 'required string a = 1;', ['required-changed', 'error', all]),
  fields('optional int32 a = 1;', 'int32 a = 1;', ['presence-lost', 'warning', all]),
  fields('int32 a = 1;', 'optional int32 a = 1;', ['presence-gained', 'info', all]),
  old('optional int32 a = 1 [default = 1];', 'optional int32 a = 1 [default = 2];', [
    'field-default-changed',
    'warning',
    all,
  ]),
  old('repeated int32 a = 1;', 'repeated int32 a = 1 [packed = true];', [
    'packed-changed',
    'info',
    all,
  ]),
  fields('repeated int32 a = 1;', 'repeated int32 a = 1 [packed = true];'),
  old(
    'optional group G = 1 { optional int32 x = 1; }',
    'optional group G = 1 { optional string x = 1; }',
    ['unchecked-type-changed', 'error', all],
  ),
  fields('oneof o { int32 b = 2; } int32 a = 1;', 'oneof o { int32 b = 2; int32 a = 1; }'),
  fields(
    'oneof o { int32 b = 2; } int32 a = 1;',
    'oneof o { int32 b = 2; } oneof q { int32 a = 1; int32 c = 3; }',
    ['field-joined-oneof', 'error', all],
  ),
  fields('int32 a = 1;', 'oneof o { int32 a = 1; }'),
  fields(
    'oneof o { int32 a = 1; int32 b = 2; }',
    'int32 a = 1; int32 b = 2;',
    ['field-left-oneof', 'warning', all],
    ['field-left-oneof', 'warning', all],
  ),
  fields('oneof o { int32 a = 1; }', 'oneof o { int32 a = 1; int32 b = 2; }', [
    'oneof-field-unknown',
    'info',
    'BACKWARD',
  ]),
  symbols(
    'UNKNOWN = 0; A = 1;',
    'A = 0; UNKNOWN = 1;',
    ['symbol-number-changed', 'error', all],
    ['enum-zero-changed', 'error', all],
    ['symbol-number-changed', 'error', all],
  ),
  symbols('NEW = 0; OLD = 1;', 'GONE = 0; OLD = 1;', ['enum-zero-changed', 'error', all]),
  symbols('E_UNKNOWN = 0;', 'E_UNSPECIFIED = 0;', ['symbol-renamed', 'warning', all]),
  symbols('A = 0; B = 1;', 'A = 0; B = 2;', ['symbol-number-changed', 'error', all]),
  symbols('A = 0; PAID = 1;', 'A = 0; LOST = 1;', ['symbol-number-reused', 'error', all]),
  symbols('A = 0; CANCELED = 1;', 'A = 0; CANCELLED = 1;', ['symbol-renamed', 'warning', all]),
  symbols('A = 0; PAID = 1;', 'A = 0;', ['symbol-removed', 'warning', all]),
  symbols('A = 0; PAID = 1;', 'reserved 1; reserved "PAID"; A = 0;', [
    'symbol-removed',
    'info',
    all,
  ]),
  symbols('A = 0;', 'A = 0; PAID = 1;'),
  symbols('A = 0; B = 1;', 'option allow_alias = true; A = 0; B = 1; C = 1;'),
  [
    'a symbol more in an enum of proto2',
    file('enum E { A = 0; }', 'proto2'),
    file('enum E { A = 0; B = 1; }', 'proto2'),
    ['symbol-unknown-to-closed-enum', 'warning', all],
  ],
  [
    'an enum that moved',
    file('message M {} enum E { A = 0; B = 1; }'),
    file('message M { enum E { A = 0; B = 1; } }'),
    ['enum-name-changed', 'info', all],
  ],
  [
    'another syntax',
    file('message M { map<string, string> a = 1; }', 'proto2'),
    file('message M { map<string, string> a = 1; }'),
    ['syntax-changed', 'warning', all],
  ],
  [
    'another first message',
    file('message A {} message B {}'),
    file('message B {} message A {}'),
    ['root-message-changed', 'error', all],
    ['message-index-shifted', 'warning', all],
  ],
  [
    'a message that is put first',
    file('message A { int32 a = 1; }'),
    file('message N { bool n = 1; } message A { int32 a = 1; }'),
    ['root-message-changed', 'error', 'BACKWARD'],
    ['message-index-shifted', 'warning', 'BACKWARD'],
  ],
  ['a message at the end', file('message A {}'), file('message A {} message N {}')],
  [
    'another Java package',
    file('option java_package = "a"; message M {}'),
    file('option java_package = "b"; message M {}'),
    ['code-package-changed', 'warning', all],
  ],
  [
    'an extension that went',
    file('message M { extensions 5 to 9; } extend M { optional int32 a = 5; }', 'proto2'),
    file('message M { extensions 5 to 9; }', 'proto2'),
    ['extension-removed', 'warning', all],
  ],
  [
    'an rpc that went',
    file('message M {} service S { rpc A (M) returns (M); }'),
    file('message M {} service S { }'),
    ['service-removed', 'warning', all],
  ],
];
