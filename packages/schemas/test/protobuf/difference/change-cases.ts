import type { ReferencedSchema } from '../../../src/index.ts';

/** A schema, the one that follows it, and what is found when the second reads what the first wrote. */
export interface ChangeCase {
  description: string;
  original: string;
  update: string;
  references?: Record<'original' | 'update', readonly ReferencedSchema[]>;
  /** `TYPE path`, compatible ones too, in the order of the registry. */
  changes: string[];
  compatible: boolean;
}

const proto3 = (text: string) => `syntax = "proto3"; package shop; ${text}`;
const proto2 = (text: string) => `syntax = "proto2"; package shop; ${text}`;
const file = (name: string, text: string): ReferencedSchema => ({ name, text });

/** Two versions of `common.proto` that the schemas refer to. */
function common(original: string, update: string): NonNullable<ChangeCase['references']> {
  return {
    original: [file('common.proto', original)],
    update: [file('common.proto', update)],
  };
}

/** Fields of all scalar types, numbered in the order of the list, with a label. */
function scalars(types: string, label: string): string {
  const fields = types.split(' ').map((type, index) => `${label} ${type} f = ${index + 1};`);
  return fields.map((field, index) => field.replace(' f ', ` f${index} `)).join(' ');
}

/** All scalar types, those that are written alike side by side. */
const FROM =
  'int32 int64 uint32 uint64 bool sint32 sint64 string bytes fixed32 fixed64 float double';
const ALIKE =
  'int64 uint32 uint64 bool int32 sint64 sint32 bytes string sfixed32 sfixed64 float double';
const OTHER =
  'sint32 fixed64 double string bytes int32 fixed64 bool int32 fixed64 double double float';

const fileCases: ChangeCase[] = [
  {
    description: 'options, comments, services, reserved numbers and extensions are not compared',
    original: proto2(
      `import "google/protobuf/descriptor.proto"; message A { optional int32 a = 1; extensions 100 to 199; }
       extend A { optional string e = 100; }
       service S { rpc Get (A) returns (A); }`,
    ),
    update: proto2(
      `option java_package = "x"; message A { option deprecated = true; reserved 7;
       // The first.
       optional int32 a = 1 [deprecated = true]; extensions 100 to 150; }
       extend A { optional int32 e = 100; }`,
    ),
    changes: [],
    compatible: true,
  },
  {
    description: 'proto2 and proto3 are not told apart',
    original: proto2('message A { repeated int32 a = 1; repeated string b = 2; }'),
    update: proto3('message A { repeated int32 a = 1; repeated string b = 2; }'),
    changes: [],
    compatible: true,
  },
  {
    description: 'another package',
    original: 'syntax = "proto3"; package a.b; message A { A a = 1; }',
    update: 'syntax = "proto3"; package a.c; message A { A a = 1; }',
    changes: ['PACKAGE_CHANGED #/'],
    compatible: false,
  },
  {
    description: 'a package where there was none',
    original: 'syntax = "proto3"; message A { A a = 1; }',
    update: 'syntax = "proto3"; package a; message A { .a.A a = 1; }',
    changes: ['PACKAGE_CHANGED #/'],
    compatible: false,
  },
];

const typeCases: ChangeCase[] = [
  {
    description: 'a message and an enum are added',
    original: proto3('message A {}'),
    update: proto3('message A { message I {} enum E { X = 0; } } message B {} enum F { Y = 0; }'),
    changes: ['MESSAGE_ADDED #/A/I', 'ENUM_ADDED #/A/E', 'MESSAGE_ADDED #/B', 'ENUM_ADDED #/F'],
    compatible: true,
  },
  {
    description: 'an enum is removed',
    original: proto3('message A { enum E { X = 0; } } enum F { Y = 0; }'),
    update: proto3('message A {}'),
    changes: ['ENUM_REMOVED #/A/E', 'ENUM_REMOVED #/F'],
    compatible: true,
  },
  {
    description: 'a message is removed, with all that is inside',
    original: proto3('message A {} message B { int32 b = 1; message I {} }'),
    update: proto3('message A {}'),
    changes: ['MESSAGE_REMOVED #/B'],
    compatible: false,
  },
  {
    description: 'a message inside of one is removed',
    original: proto3('message A { message I { message J {} } }'),
    update: proto3('message A { message I {} }'),
    changes: ['MESSAGE_REMOVED #/A/I/J'],
    compatible: false,
  },
  {
    description: 'messages in another order',
    original: proto3('message A {} message B {}'),
    update: proto3('message B {} message A {}'),
    changes: ['MESSAGE_MOVED #/A', 'MESSAGE_MOVED #/B'],
    compatible: true,
  },
  {
    description: 'an enum between messages does not move them',
    original: proto3('message A {} message B {}'),
    update: proto3('message A {} enum E { X = 0; } message B {}'),
    changes: ['ENUM_ADDED #/E'],
    compatible: true,
  },
  {
    description: 'a message moves out of another one',
    original: proto3('message A { message I {} I i = 1; }'),
    update: proto3('message A { I i = 1; } message I {}'),
    changes: ['FIELD_NAMED_TYPE_CHANGED #/A/1', 'MESSAGE_REMOVED #/A/I', 'MESSAGE_ADDED #/I'],
    compatible: false,
  },
  {
    description: 'an enum takes the place of a message',
    original: proto3('message A { B b = 1; } message B {}'),
    update: proto3('message A { B b = 1; } enum B { X = 0; }'),
    changes: ['FIELD_KIND_CHANGED #/A/1', 'MESSAGE_REMOVED #/B', 'ENUM_ADDED #/B'],
    compatible: false,
  },
  {
    description: 'constants of an enum come, go and change their names',
    original: proto3('enum E { X = 0; Y = 1; Z = -2; }'),
    update: proto3('enum E { X = 0; W = 1; V = 17; }'),
    changes: ['ENUM_CONST_CHANGED #/E/1', 'ENUM_CONST_REMOVED #/E/-2', 'ENUM_CONST_ADDED #/E/17'],
    compatible: true,
  },
];

const fieldCases: ChangeCase[] = [
  {
    description: 'a field gets another name',
    original: proto3('message A { int32 a = 1; oneof o { string b = 2; } }'),
    update: proto3('message A { int32 x = 1; oneof o { string y = 2; } }'),
    changes: ['FIELD_NAME_CHANGED #/A/o/2', 'FIELD_NAME_CHANGED #/A/1'],
    compatible: true,
  },
  {
    description: 'a field is removed, and its number may be used again',
    original: proto3('message A { int32 a = 1; string b = 2; }'),
    update: proto3('message A { reserved 1; string b = 2; }'),
    changes: ['FIELD_REMOVED #/A/1'],
    compatible: true,
  },
  {
    description: 'a field gets another number',
    original: proto3('message A { int32 a = 1; }'),
    update: proto3('message A { int32 a = 2; }'),
    changes: ['FIELD_REMOVED #/A/1', 'FIELD_ADDED #/A/2'],
    compatible: true,
  },
  {
    description: 'fields swap their numbers',
    original: proto3('message A { int32 a = 1; string b = 2; }'),
    update: proto3('message A { int32 a = 2; string b = 1; }'),
    changes: [
      'FIELD_NAME_CHANGED #/A/1',
      'FIELD_SCALAR_KIND_CHANGED #/A/1',
      'FIELD_NAME_CHANGED #/A/2',
      'FIELD_SCALAR_KIND_CHANGED #/A/2',
    ],
    compatible: false,
  },
  {
    description: 'numbers beyond 15 come in the order of a hash table',
    original: proto3('message A { int32 a = 2; int32 b = 16; int32 c = 17; int32 d = 35; }'),
    update: proto3('message A { string a = 2; string b = 16; string c = 17; string d = 35; }'),
    changes: [16, 17, 2, 35].map((number) => `FIELD_SCALAR_KIND_CHANGED #/A/${number}`),
    compatible: false,
  },
  {
    description: 'a required field is added, another one removed',
    original: proto2('message A { required int32 a = 1; required A b = 2; }'),
    update: proto2('message A { required A b = 2; required string c = 3; }'),
    changes: ['REQUIRED_FIELD_REMOVED #/A/1', 'REQUIRED_FIELD_ADDED #/A/3'],
    compatible: false,
  },
  {
    description: 'scalars that are written alike',
    original: proto3(`message A { ${scalars(FROM, 'repeated')} }`),
    update: proto3(`message A { ${scalars(ALIKE, 'repeated')} }`),
    changes: [],
    compatible: true,
  },
  {
    description: 'scalars that are not written alike',
    original: proto3(`message A { ${scalars(FROM, 'repeated')} }`),
    update: proto3(`message A { ${scalars(OTHER, 'repeated')} }`),
    changes: FROM.split(' ').map((_, index) => `FIELD_SCALAR_KIND_CHANGED #/A/${index + 1}`),
    compatible: false,
  },
  {
    description: 'an enum is a number, whichever enum it is',
    original: proto3(
      'message A { E a = 1; E b = 2; int32 c = 3; } enum E { X = 0; } enum F { Y = 0; }',
    ),
    update: proto3(
      'message A { F a = 1; bool b = 2; E c = 3; } enum E { X = 0; } enum F { Y = 0; }',
    ),
    changes: [],
    compatible: true,
  },
  {
    description: 'an enum is no text and no signed number',
    original: proto3('message A { E a = 1; E b = 2; } enum E { X = 0; }'),
    update: proto3('message A { string a = 1; sint32 b = 2; } enum E { X = 0; }'),
    changes: ['FIELD_SCALAR_KIND_CHANGED #/A/1', 'FIELD_SCALAR_KIND_CHANGED #/A/2'],
    compatible: false,
  },
  {
    description: 'a scalar, a message and a map take the place of each other',
    original: proto3('message A { int32 a = 1; A b = 2; map<string, A> c = 3; repeated A d = 4; }'),
    update: proto3(
      'message A { A a = 1; map<string, A> b = 2; bytes c = 3; map<string, A> d = 4; }',
    ),
    changes: [1, 2, 3, 4].map((number) => `FIELD_KIND_CHANGED #/A/${number}`),
    compatible: false,
  },
  {
    description: 'a map and a list of messages of the same shape',
    original: proto3('message A { map<string, int32> a = 1; }'),
    update: proto3(
      'message A { repeated E a = 1; message E { string key = 1; int32 value = 2; } }',
    ),
    changes: ['FIELD_KIND_CHANGED #/A/1', 'MESSAGE_ADDED #/A/E'],
    compatible: false,
  },
  {
    description: 'keys and values of maps are compared',
    original: proto3(
      'message A { map<int32, A> a = 1; map<string, int32> b = 2; map<bool, A> c = 3; }',
    ),
    update: proto3(
      'message A { map<string, A> a = 1; map<string, A> b = 2; map<uint64, B> c = 3; } message B {}',
    ),
    changes: [
      'FIELD_SCALAR_KIND_CHANGED #/A/1',
      'FIELD_KIND_CHANGED #/A/2',
      'FIELD_NAMED_TYPE_CHANGED #/A/3',
      'MESSAGE_ADDED #/B',
    ],
    compatible: false,
  },
];

const labelCases: ChangeCase[] = [
  {
    description: 'another label of a number',
    original: proto2(
      'message A { optional int32 a = 1; required bool b = 2; repeated double c = 3; optional E d = 4; } enum E { X = 0; }',
    ),
    update: proto2(
      'message A { repeated int32 a = 1; optional bool b = 2; required double c = 3; repeated E d = 4; } enum E { X = 0; }',
    ),
    changes: [1, 2, 3, 4].map((number) => `FIELD_NUMERIC_LABEL_CHANGED #/A/${number}`),
    compatible: false,
  },
  {
    description: 'another label of a text',
    original: proto2(
      'message A { optional string a = 1; required bytes b = 2; repeated string c = 3; }',
    ),
    update: proto2(
      'message A { repeated string a = 1; optional bytes b = 2; required bytes c = 3; }',
    ),
    changes: [1, 2, 3].map((number) => `FIELD_STRING_OR_BYTES_LABEL_CHANGED #/A/${number}`),
    compatible: true,
  },
  {
    description: 'another label of a message',
    original: proto2('message A { optional A a = 1; required A b = 2; repeated A c = 3; }'),
    update: proto2('message A { repeated A a = 1; optional A b = 2; required A c = 3; }'),
    changes: [],
    compatible: true,
  },
  {
    description: 'a label where none was written, and the reverse',
    original: proto3(
      'message A { int32 a = 1; int32 b = 2; repeated int32 c = 3; optional int32 d = 4; }',
    ),
    update: proto3(
      'message A { repeated int32 a = 1; optional int32 b = 2; int32 c = 3; int32 d = 4; }',
    ),
    changes: [],
    compatible: true,
  },
  {
    description: 'another label and another type',
    original: proto2('message A { optional int32 a = 1; }'),
    update: proto2('message A { repeated string a = 1; }'),
    changes: ['FIELD_SCALAR_KIND_CHANGED #/A/1'],
    compatible: false,
  },
];

const oneofCases: ChangeCase[] = [
  {
    description: 'a oneof is added with new fields',
    original: proto3('message A { int32 a = 1; }'),
    update: proto3('message A { int32 a = 1; oneof o { int32 b = 2; string c = 3; } }'),
    changes: ['ONEOF_ADDED #/A/o'],
    compatible: true,
  },
  {
    description: 'a oneof is removed with its fields',
    original: proto3('message A { int32 a = 1; oneof o { int32 b = 2; string c = 3; } }'),
    update: proto3('message A { int32 a = 1; }'),
    changes: ['ONEOF_REMOVED #/A/o'],
    compatible: true,
  },
  {
    description: 'a oneof is dissolved, and the types of its fields are not compared',
    original: proto3('message A { oneof o { int32 b = 2; string c = 3; } }'),
    update: proto3('message A { int32 b = 2; A c = 3; }'),
    changes: [
      'ONEOF_REMOVED #/A/o',
      'ONEOF_FIELD_MOVED_TO_TOP_LEVEL #/A/o/2',
      'ONEOF_FIELD_MOVED_TO_TOP_LEVEL #/A/o/3',
      'FIELD_ADDED #/A/2',
      'FIELD_ADDED #/A/3',
    ],
    compatible: true,
  },
  {
    description: 'a oneof gets another name',
    original: proto3('message A { oneof o { int32 b = 2; string c = 3; } }'),
    update: proto3('message A { oneof p { int32 b = 2; string c = 3; } }'),
    changes: ['ONEOF_ADDED #/A/p', 'ONEOF_REMOVED #/A/o'],
    compatible: true,
  },
  {
    description: 'a oneof gets one more field',
    original: proto3('message A { oneof o { int32 b = 2; } }'),
    update: proto3('message A { oneof o { int32 b = 2; string c = 3; } }'),
    changes: ['ONEOF_FIELD_ADDED #/A/o/3'],
    compatible: true,
  },
  {
    description: 'a oneof loses a field',
    original: proto3('message A { oneof o { int32 b = 2; string c = 3; } }'),
    update: proto3('message A { oneof o { int32 b = 2; } }'),
    changes: ['ONEOF_FIELD_REMOVED #/A/o/3'],
    compatible: false,
  },
  {
    description: 'a field leaves a oneof that stays',
    original: proto3('message A { oneof o { int32 b = 2; string c = 3; } }'),
    update: proto3('message A { oneof o { int32 b = 2; } string c = 3; }'),
    changes: ['ONEOF_FIELD_REMOVED #/A/o/3', 'FIELD_ADDED #/A/3'],
    compatible: false,
  },
  {
    description: 'a field leaves a oneof and becomes required',
    original: proto2('message A { oneof o { int32 b = 2; string c = 3; } }'),
    update: proto2('message A { oneof o { int32 b = 2; } required string c = 3; }'),
    changes: ['ONEOF_FIELD_REMOVED #/A/o/3', 'REQUIRED_FIELD_ADDED #/A/3'],
    compatible: false,
  },
  {
    description: 'a field changes its oneof',
    original: proto3(
      'message A { oneof o { int32 b = 2; string c = 3; } oneof p { bool d = 4; } }',
    ),
    update: proto3('message A { oneof o { int32 b = 2; } oneof p { bool d = 4; string c = 3; } }'),
    changes: ['ONEOF_FIELD_ADDED #/A/p/3', 'ONEOF_FIELD_REMOVED #/A/o/3'],
    compatible: false,
  },
  {
    description: 'fields of a oneof are compared, their labels aside',
    original: proto3('message A { oneof o { int32 b = 2; A c = 3; string d = 4; } }'),
    update: proto3('message A { oneof o { string b = 2; B c = 3; A d = 4; } } message B {}'),
    changes: [
      'FIELD_SCALAR_KIND_CHANGED #/A/o/2',
      'FIELD_NAMED_TYPE_CHANGED #/A/o/3',
      'FIELD_KIND_CHANGED #/A/o/4',
      'MESSAGE_ADDED #/B',
    ],
    compatible: false,
  },
  {
    description: 'one field moves into a new oneof, even a required one of another type',
    original: proto2('message A { required int32 a = 1; optional int32 b = 2; }'),
    update: proto2('message A { optional int32 b = 2; oneof o { string a = 1; bool c = 3; } }'),
    changes: ['ONEOF_ADDED #/A/o'],
    compatible: true,
  },
  {
    description: 'two fields move into a new oneof',
    original: proto3('message A { int32 a = 1; int32 b = 2; }'),
    update: proto3('message A { oneof o { int32 a = 1; int32 b = 2; } }'),
    changes: ['ONEOF_ADDED #/A/o', 'MULTIPLE_FIELDS_MOVED_TO_ONEOF #/A/o'],
    compatible: false,
  },
  {
    description: 'two fields move into a new oneof each',
    original: proto3('message A { int32 a = 1; int32 b = 2; }'),
    update: proto3('message A { oneof o { int32 a = 1; } oneof p { int32 b = 2; } }'),
    changes: ['ONEOF_ADDED #/A/p', 'ONEOF_ADDED #/A/o'],
    compatible: true,
  },
  {
    description: 'a field moves into a oneof that was there, which is said before the rest of it',
    original: proto2('message A { required int32 z = 9; oneof o { int32 a = 1; int32 b = 2; } }'),
    update: proto2('message A { oneof o { int32 b = 2; string z = 9; } }'),
    changes: [
      'FIELD_MOVED_TO_EXISTING_ONEOF #/A/o',
      'ONEOF_FIELD_REMOVED #/A/o/1',
      'ONEOF_FIELD_ADDED #/A/o/9',
    ],
    compatible: false,
  },
];

const importCases: ChangeCase[] = [
  {
    description: 'a type spelled in another way',
    original: proto3(
      'import "google/protobuf/timestamp.proto"; message A { I i = 1; google.protobuf.Timestamp t = 2; message I { A a = 1; } }',
    ),
    update: proto3(
      'import "google/protobuf/timestamp.proto"; message A { .shop.A.I i = 1; .google.protobuf.Timestamp t = 2; message I { shop.A a = 1; } }',
    ),
    changes: [],
    compatible: true,
  },
  {
    description: 'a name that is found further inside than before',
    original: proto3('message A { B b = 1; } message B {}'),
    update: proto3('message A { B b = 1; message B {} } message B {}'),
    changes: ['FIELD_NAMED_TYPE_CHANGED #/A/1', 'MESSAGE_ADDED #/A/B'],
    compatible: false,
  },
  {
    description: 'a well-known type takes the place of another one, and of a message of the file',
    original: proto3(
      'import "google/protobuf/timestamp.proto"; message A { google.protobuf.Timestamp a = 1; A b = 2; }',
    ),
    update: proto3(
      'import "google/protobuf/duration.proto"; message A { google.protobuf.Duration a = 1; google.protobuf.Duration b = 2; }',
    ),
    changes: ['FIELD_NAMED_TYPE_CHANGED #/A/1', 'FIELD_NAMED_TYPE_CHANGED #/A/2'],
    compatible: false,
  },
  {
    description: 'an imported message changes, which is told where it is used first',
    original: proto3('import "common.proto"; message A { Money m = 1; repeated Money n = 2; }'),
    update: proto3('import "common.proto"; message A { Money m = 1; repeated Money n = 2; }'),
    references: common(
      proto3('message Money { int64 units = 1; oneof o { string code = 2; bytes b = 3; } }'),
      proto3('message Money { string units = 1; oneof o { string code = 2; } }'),
    ),
    changes: ['ONEOF_FIELD_REMOVED #/A/1/o/3', 'FIELD_SCALAR_KIND_CHANGED #/A/1/1'],
    compatible: false,
  },
  {
    description: 'an imported message that no field uses is not compared',
    original: proto3('import "common.proto"; message A {}'),
    update: proto3('import "common.proto"; message A {}'),
    references: common(proto3('message Money { int64 a = 1; }'), proto3('message Other {}')),
    changes: [],
    compatible: true,
  },
  {
    description: 'an imported enum is a number, a message of that name is not',
    original: proto3('import "common.proto"; message A { E a = 1; int32 b = 2; }'),
    update: proto3('import "common.proto"; message A { E a = 1; E b = 2; }'),
    references: common(proto3('enum E { X = 0; }'), proto3('message E {}')),
    changes: ['FIELD_KIND_CHANGED #/A/1', 'FIELD_KIND_CHANGED #/A/2'],
    compatible: false,
  },
  {
    description: 'a message moves into a file that is imported',
    original: proto3('message A { Money m = 1; } message Money { int64 units = 1; }'),
    update: proto3('import "common.proto"; message A { Money m = 1; }'),
    references: common(proto3(''), proto3('message Money { sint64 units = 1; }')),
    changes: ['FIELD_SCALAR_KIND_CHANGED #/A/1/1', 'MESSAGE_REMOVED #/Money'],
    compatible: false,
  },
];

/** A case for every kind of change, and for what is no change. */
export const changeCases: readonly ChangeCase[] = [
  ...fileCases,
  ...typeCases,
  ...fieldCases,
  ...labelCases,
  ...oneofCases,
  ...importCases,
];
