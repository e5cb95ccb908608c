import fc from 'fast-check';

/** One of several spellings of a part of a file; an empty one leaves it out. */
type Slot = readonly string[];

const SCALARS = ['int32', 'int64', 'uint32', 'sint64', 'bool', 'string', 'bytes', 'double', 'Kind'];
const OPTIONS = [
  '',
  ' [deprecated = true]',
  ' [json_name = "other"]',
  ' [(a.b) = "x", (a.c).d = 1]',
  ' [(a.c).d = 1, (a.b) = "x"]',
  ' [(a.b) = { k: [1, 2], l: "m" }]',
];

/** What a field may be, by its number; in proto3. */
const fieldSlot = (name: string, other: string, number: number): Slot => [
  '',
  ...SCALARS.map((type) => `${type} ${name} = ${number};`),
  ...OPTIONS.map((options) => `int32 ${name} = ${number}${options};`),
  ...['int32', 'string', 'Inner', 'Kind'].map((type) => `repeated ${type} ${name} = ${number};`),
  ...['int32', 'string', 'Inner'].map((type) => `optional ${type} ${name} = ${number};`),
  `Inner ${name} = ${number};`,
  `.p.M.Inner ${name} = ${number};`,
  `google.protobuf.Timestamp ${name} = ${number};`,
  `map<string, Inner> ${name} = ${number};`,
  `map<int32, int32> ${name} = ${number};`,
  `int32 ${other} = ${number};`,
  `int32 ${name} = ${number + 10};`,
];

const messageSlots: readonly Slot[] = [
  fieldSlot('a', 'x', 1),
  fieldSlot('b', 'y', 2),
  [
    '',
    'oneof choice { int32 c = 3; string d = 4; }',
    'oneof choice { string d = 4; int32 c = 3; }',
    'oneof chosen { int32 c = 3; string d = 4; }',
    'oneof choice { string d = 4; } int32 c = 3;',
    'oneof choice { option (o) = 1; int32 c = 3; Inner d = 4; bool e = 5; }',
    'int32 c = 3; string d = 4;',
  ],
  [
    '',
    'reserved 20;',
    'reserved 20, 21;',
    'reserved 21, 20;',
    'reserved 20 to 21;',
    'reserved 20; reserved 21;',
    'reserved "z";',
    'reserved 30 to max;',
  ],
  ['', 'option deprecated = true;', 'option (m) = { a: 1 };', 'option (m).a = 1;'],
  [
    'message Inner {}',
    'message Inner { int32 v = 1; }',
    'message Inner { int32 w = 1; Inner i = 2; }',
  ],
  ['', 'message Empty {}', 'message Other { int32 v = 1; string w = 2; }'],
  [
    'enum Kind { ZERO = 0; ONE = 1; }',
    'enum Kind { ONE = 0; TWO = 1; }',
    'enum Kind { ZERO = 0; TWO = 2; ONE = 1; }',
    'enum Kind { option allow_alias = true; ZERO = 0; ONE = 1; UNO = 1; }',
    'enum Kind { reserved 5, "FIVE"; ZERO = 0; ONE = 1 [deprecated = true]; }',
  ],
];

const fileSlots: readonly Slot[] = [
  ['', 'option java_package = "a";', 'option java_package = "b"; option go_package = "c";'],
  ['', 'message Second { int32 q = 1; }', 'enum Second { S = 0; }', 'message Third { M m = 1; }'],
  ['', 'message Last {}', 'message Last { reserved 1; }'],
  [
    '',
    'service S { rpc A (M) returns (M); rpc B (M) returns (M); }',
    'service S { rpc B (M) returns (M); rpc A (M) returns (M); }',
    'service S { option deprecated = true; rpc A (stream M) returns (M); }',
    'service S { rpc A (.p.M) returns (M) { option (http) = { get: "/" }; } }',
    'service T { }',
  ],
  [
    '',
    'extend google.protobuf.FieldOptions { string e = 5000; }',
    'extend google.protobuf.FieldOptions { optional int32 e = 5000; int32 f = 5001; }',
    'extend google.protobuf.FieldOptions { int32 f = 5001; optional int32 e = 5000; }',
    'extend google.protobuf.EnumOptions { repeated string e = 5000; }',
  ],
];

const imports: Slot = [
  'import "google/protobuf/timestamp.proto"; import "google/protobuf/descriptor.proto";',
  'import "google/protobuf/descriptor.proto"; import "google/protobuf/timestamp.proto";',
  'import public "google/protobuf/timestamp.proto"; import "google/protobuf/descriptor.proto";',
];

const pick = (slots: readonly Slot[]): fc.Arbitrary<string[]> =>
  fc.tuple(...slots.map((slot) => fc.constantFrom(...slot)));

/** The parts of a file, each with a spelling, and an order of the parts. */
interface Parts {
  imports: string;
  inMessage: string[];
  inFile: string[];
  messageFirst: boolean;
  reversed: boolean;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  imports: fc.constantFrom(...imports),
  inMessage: pick(messageSlots),
  inFile: pick(fileSlots),
  messageFirst: fc.boolean(),
  reversed: fc.boolean(),
});

function print({ imports, inMessage, inFile, messageFirst, reversed }: Parts): string {
  const inner = reversed ? [...inMessage].reverse() : inMessage;
  const message = `message M { ${inner.join(' ')} }`;
  const all = messageFirst ? [message, ...inFile] : [...inFile, message];
  return ['syntax = "proto3";', 'package p;', imports, ...all].filter(Boolean).join('\n');
}

/** The text of a Protobuf file. */
export const arbitraryProtobuf: fc.Arbitrary<string> = parts.map(print);

/** Two files of which the second differs from the first in some parts, often in one only. */
export const arbitraryProtobufPair: fc.Arbitrary<[string, string]> = fc
  .tuple(
    parts,
    parts,
    fc.array(fc.nat(messageSlots.length + fileSlots.length + 2), { maxLength: 3 }),
  )
  .map(([first, other, changed]) => {
    const has = (index: number): boolean => changed.includes(index);
    const second = {
      imports: has(0) ? other.imports : first.imports,
      messageFirst: has(1) ? other.messageFirst : first.messageFirst,
      reversed: has(2) ? other.reversed : first.reversed,
      inMessage: first.inMessage.map((part, index) =>
        has(index + 3) ? (other.inMessage[index] ?? part) : part,
      ),
      inFile: first.inFile.map((part, index) =>
        has(index + 3 + messageSlots.length) ? (other.inFile[index] ?? part) : part,
      ),
    };
    return [print(first), print(second)];
  });
