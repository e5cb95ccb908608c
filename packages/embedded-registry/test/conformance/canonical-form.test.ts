import { describe, expect, it } from 'vitest';
import { specification } from './specification.ts';

/** What is sent, what is kept, and what is kept of it with normalize=true where that is something else. */
type Case = [what: string, sent: string, kept: string, normalized?: string];

const avroCases: Case[] = [
  ['white space goes', ' "string" ', '"string"'],
  ['a primitive in an object of its own is the primitive', '{"type":"string"}', '"string"'],
  ['a property keeps it an object', '{"type":"string","x":1}', '{"type":"string","x":1}'],
  [
    'attributes have an order',
    '{"fields":[],"namespace":"n","name":"A","type":"record"}',
    '{"type":"record","name":"A","namespace":"n","fields":[]}',
  ],
  [
    'a full name is split',
    '{"type":"record","name":"n.A","fields":[]}',
    '{"type":"record","name":"A","namespace":"n","fields":[]}',
  ],
  [
    'an empty namespace goes',
    '{"type":"record","name":"A","namespace":"","fields":[]}',
    '{"type":"record","name":"A","fields":[]}',
  ],
  [
    'a doc stays, before the fields',
    '{"type":"record","name":"A","fields":[],"doc":"d"}',
    '{"type":"record","name":"A","doc":"d","fields":[]}',
  ],
  [
    'properties and then aliases come after the fields; normalize sorts them',
    '{"type":"record","name":"A","aliases":["B"],"x":{"b":1,"a":2},"fields":[]}',
    '{"type":"record","name":"A","fields":[],"x":{"b":1,"a":2},"aliases":["B"]}',
    '{"type":"record","name":"A","fields":[],"x":{"a":2,"b":1},"aliases":["B"]}',
  ],
  [
    'the usual order of a field goes',
    '{"type":"record","name":"A","fields":[{"name":"a","type":"int","order":"ascending"}]}',
    '{"type":"record","name":"A","fields":[{"name":"a","type":"int"}]}',
  ],
  [
    'a name of the same namespace is short',
    '{"type":"record","name":"n.A","fields":[{"name":"a","type":["null","n.A"]}]}',
    '{"type":"record","name":"A","namespace":"n","fields":[{"name":"a","type":["null","A"]}]}',
  ],
];

const jsonCases: Case[] = [
  ['white space goes', ' { "type" : "string" } ', '{"type":"string"}'],
  [
    'keys keep their order, and normalize sorts them',
    '{"type":"object","b":1,"a":{"d":1,"c":2}}',
    '{"type":"object","b":1,"a":{"d":1,"c":2}}',
    '{"a":{"c":2,"d":1},"b":1,"type":"object"}',
  ],
  ['lists keep their order always', '{"required":["b","a"]}', '{"required":["b","a"]}'],
  [
    'numbers stay as they are written',
    '{"maximum":1.0,"minimum":12345678901234567890}',
    '{"maximum":1.0,"minimum":12345678901234567890}',
  ],
  [
    'keys that look like numbers keep their place',
    '{"properties":{"b":{},"2":{},"1":{}}}',
    '{"properties":{"b":{},"2":{},"1":{}}}',
    '{"properties":{"1":{},"2":{},"b":{}}}',
  ],
  ['true and false are schemas', 'true', 'true'],
];

const protobufCases: Case[] = [
  [
    'a file is written anew',
    'syntax="proto3";message A{string a=1;}',
    'syntax = "proto3";\n\nmessage A {\n  string a = 1;\n}\n',
  ],
  [
    'comments and empty statements go',
    'syntax = "proto3"; // c\n;;message A { /* d */ ; }',
    'syntax = "proto3";\n\nmessage A {}\n',
  ],
  [
    'without a syntax there is none',
    'message A { optional string a = 1; }',
    '\nmessage A {\n  optional string a = 1;\n}\n',
  ],
  [
    'numbers are decimal',
    'syntax = "proto3"; message A { string a = 0x1; }',
    'syntax = "proto3";\n\nmessage A {\n  string a = 1;\n}\n',
  ],
  [
    'fields keep their order, and normalize sorts them by number',
    'syntax = "proto3"; message A { string b = 2; string a = 1; }',
    'syntax = "proto3";\n\nmessage A {\n  string b = 2;\n  string a = 1;\n}\n',
    'syntax = "proto3";\n\nmessage A {\n  string a = 1;\n  string b = 2;\n}\n',
  ],
  [
    'types stay as they are written, and normalize writes them in full',
    'syntax = "proto3"; package p; message A { A a = 1; }',
    'syntax = "proto3";\npackage p;\n\nmessage A {\n  A a = 1;\n}\n',
    'syntax = "proto3";\npackage p;\n\nmessage A {\n  .p.A a = 1;\n}\n',
  ],
  [
    'messages come before enums',
    'syntax = "proto3"; enum E { Z = 0; } message M {}',
    'syntax = "proto3";\n\nmessage M {}\nenum E {\n  Z = 0;\n}\n',
  ],
];

specification('The form that a schema is kept in (2.8)', (registry) => {
  const { must, aContext } = registry;

  async function keep(schemaType: string, schema: string, query = ''): Promise<string> {
    const target = `/subjects/:${aContext()}:a/versions${query}`;
    return (await must('POST', target, { schema, schemaType })).schema;
  }

  describe.each([
    ['AVRO', avroCases],
    ['JSON', jsonCases],
    ['PROTOBUF', protobufCases],
  ] as const)('%s:', (type, cases) => {
    it.each(cases)('%s', async (_, sent, kept, normalized = kept) => {
      expect(await keep(type, sent)).toBe(kept);
      expect(await keep(type, sent, '?normalize=true')).toBe(normalized);
      expect(await keep(type, kept), 'what is kept stays as it is').toBe(kept);
    });
  });
});
