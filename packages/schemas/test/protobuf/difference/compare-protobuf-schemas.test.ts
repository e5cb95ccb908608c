import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProtobufSchema, ReferencedSchema } from '../../../src/index.ts';
import { checkCompatibility, isSchemaError } from '../../../src/index.ts';
import { compareFiles } from '../../../src/protobuf/difference/compare-files.ts';
import { protobufChanges } from '../../../src/protobuf/difference/protobuf-change.ts';
import { parseProtobuf } from '../../../src/protobuf/parse.ts';
import { arbitraryMessages, writeMessages } from './arbitrary-message.ts';
import { changeCases } from './change-cases.ts';

function read(text: string, references: readonly ReferencedSchema[] = []): ProtobufSchema {
  return parseProtobuf(text, { references });
}

/** What makes the update unable to read the original, or does not: `TYPE path`. */
function changes(update: ProtobufSchema, original: ProtobufSchema): string[] {
  return compareFiles(update, original).map(({ type, path }) => `${type} ${path}`);
}

function isCompatible(next: ProtobufSchema, old: ProtobufSchema): boolean {
  return checkCompatibility(next, [{ version: 1, schema: old }], 'FULL').compatible;
}

describe('compareProtobufSchemas', () => {
  it.for(changeCases)('$description', ({ original, update, references, compatible, ...rest }) => {
    const [old, next] = [read(original, references?.original), read(update, references?.update)];
    expect(changes(next, old)).toEqual(rest.changes);
    const result = checkCompatibility(next, [{ version: 1, schema: old }], 'BACKWARD');
    expect(result.compatible).toBe(compatible);
  });

  it('has a case for every kind of change', () => {
    const seen = new Set(changeCases.flatMap((one) => one.changes.map((c) => c.split(' ')[0])));
    expect([...seen].sort()).toEqual(Object.keys(protobufChanges).sort());
  });

  it('says each reason as the registry does, which schema lacks what by direction', () => {
    const old = read(
      'package a; message A { required int32 x = 1; oneof o { string y = 2; bytes z = 3; } }',
    );
    const next = read(
      'package b; message A { oneof o { string y = 2; } oneof p { sint32 q = 9; } }',
    );
    const previous = [{ version: 3, schema: old }];
    const rest = [
      '{oldSchemaVersion: 3}',
      `{oldSchema: '${old.text}'}`,
      "{validateFields: 'false', compatibility: 'BACKWARD'}",
    ];
    expect(checkCompatibility(next, previous, 'BACKWARD').messages).toEqual([
      `{errorType:"PACKAGE_CHANGED", description:"The package at '#/' in the new schema does not match the package in the old schema"}`,
      `{errorType:"ONEOF_FIELD_REMOVED", description:"The new schema is missing a oneof field at path '#/A/o/3' in the old schema"}`,
      `{errorType:"REQUIRED_FIELD_REMOVED", description:"The new schema is missing a required field at path: '#/A/1' in the old schema"}`,
      ...rest,
    ]);
    expect(checkCompatibility(next, previous, 'FORWARD').differences).toEqual([
      {
        type: 'PACKAGE_CHANGED',
        path: '#/',
        direction: 'forward',
        message:
          "The package at '#/' in the old schema does not match the package in the new schema",
      },
      {
        type: 'REQUIRED_FIELD_ADDED',
        path: '#/A/1',
        direction: 'forward',
        message: "A required field  at path '#/A/1' in the old schema is missing in the new schema",
      },
    ]);
  });

  it('finds nothing between a schema and itself', () => {
    fc.assert(
      fc.property(arbitraryMessages, (messages) => {
        const text = writeMessages(messages);
        expect(changes(read(text), read(text))).toEqual([]);
      }),
    );
  });

  it('takes new names of fields and constants, and another order', () => {
    fc.assert(
      fc.property(arbitraryMessages, (messages) => {
        const old = read(writeMessages(messages));
        expect(isCompatible(read(writeMessages(messages, { suffix: '_new' })), old)).toBe(true);
        expect(isCompatible(read(writeMessages(messages, { reversed: true })), old)).toBe(true);
      }),
    );
  });

  it('takes new fields, and lost ones, wherever they are not required', () => {
    fc.assert(
      fc.property(arbitraryMessages, fc.constantFrom('optional', 'repeated'), (messages, label) => {
        const added = messages.map((message) => ({
          ...message,
          fields: [
            { name: 'added', number: 9999, label, type: 'int32' } as const,
            ...message.fields,
          ],
        }));
        const [old, next] = [read(writeMessages(messages)), read(writeMessages(added))];
        expect(changes(next, old).sort()).toEqual(
          messages.map(({ name }) => `FIELD_ADDED #/${name}/9999`).sort(),
        );
        expect(isCompatible(next, old)).toBe(true);
      }),
    );
  });

  it('finds the same places both ways', () => {
    const places = (reader: ProtobufSchema, writer: ProtobufSchema) =>
      new Set(compareFiles(reader, writer).map(({ path }) => path.split('/')[1]));
    fc.assert(
      fc.property(arbitraryMessages, arbitraryMessages, (some, others) => {
        const [a, b] = [read(writeMessages(some)), read(writeMessages(others))];
        expect(places(a, b)).toEqual(places(b, a));
      }),
    );
  });
});

describe('compareProtobufSchemas on hostile input', () => {
  const list = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => part(index)).join('\n');

  it('answers for 10,000 messages that use each other', () => {
    const text = (type: string) =>
      list(
        10_000,
        (i) => `message M${i} { ${type} a = 1; M${(i * 7) % 10_000} b = 2; M${i} c = 3; }`,
      );
    const syntax = 'syntax = "proto3";\n';
    const found = compareFiles(read(syntax + text('int32')), read(syntax + text('string')));
    expect(found).toHaveLength(10_000);
  });

  it('answers for 5,000 fields', () => {
    const text = (type: string) =>
      `syntax = "proto3"; message A { ${list(5000, (i) => `${type} f${i} = ${i + 1};`)} }`;
    expect(compareFiles(read(text('int32')), read(text('float')))).toHaveLength(5000);
  });

  it('answers for fields whose type is looked for in many scopes', () => {
    const text = `message T {} ${list(150, (i) => `message ${'N'.repeat(50)}${i} {`)}
      ${list(2000, (i) => `optional T f${i} = ${i + 1};`)} ${'}'.repeat(150)}`;
    expect(compareFiles(read(text), read(text))).toEqual([]);
  });

  it('answers for 1,000 imports', () => {
    const paths = Array.from({ length: 1000 }, (_, index) => `f${index}.proto`);
    const file = (type: string) =>
      paths.map((name, index) => ({ name, text: `message I${index} { required ${type} a = 1; }` }));
    const text = `${list(1000, (i) => `import "f${i}.proto";`)}
      message A { ${list(1000, (i) => `optional I${i} f${i} = ${i + 1};`)} }`;
    expect(compareFiles(read(text, file('int32')), read(text, file('bytes')))).toHaveLength(1000);
  });

  it('compares imported messages that use each other once', () => {
    const ring = (type: string) => [
      {
        name: 'ring.proto',
        text: list(
          3000,
          (i) => `message R${i} { optional R${(i + 1) % 3000} a = 1; optional ${type} b = 2; }`,
        ),
      },
    ];
    const text = 'import "ring.proto"; message A { optional R0 r = 1; optional R7 s = 2; }';
    const found = compareFiles(read(text, ring('int32')), read(text, ring('string')));
    expect(found).toHaveLength(3000);
    expect(found.at(-1)).toEqual({ type: 'FIELD_SCALAR_KIND_CHANGED', path: '#/A/1/2' });
  });

  it.for([
    {
      what: 'more parts than can be compared in time',
      original: `enum E { ${list(250_001, (i) => `Z${i}=${i};`)} }`,
      reason: 'too many types and fields',
    },
    {
      what: 'more changes than anyone can read',
      original: `enum E { ${list(100_001, (i) => `X${i} = ${i};`)} }`,
      reason: 'more than 100000 ways',
    },
    {
      what: 'paths that are too long together',
      original: `message ${'N'.repeat(9900)} { ${list(5200, (i) => `int32 f${i} = ${i + 1};`)} }`,
      reason: 'too many types and fields',
    },
  ])('refuses $what', ({ original, reason }) => {
    const old = read(`syntax = "proto3"; ${original}`);
    const update = original.replaceAll('int32', 'float').replaceAll('X', 'Y');
    const next = update === original ? old : read(`syntax = "proto3"; ${update}`);
    expect(() => compareFiles(next, old)).toThrow(
      expect.toSatisfy(
        (error) => isSchemaError(error, 'too_large') && error.details.includes(reason),
      ),
    );
  });
});
