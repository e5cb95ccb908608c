import fc from 'fast-check';
import type { Type } from 'protobufjs';
import { fromJson, toJson } from 'protobufjs/ext/protojson.js';
import { expect, it } from 'vitest';
import type { ParsedSchema, ReferencedSchema } from '../../../src/index.ts';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import { checkValue, decodeValue, encodeValue, exampleValue } from '../../../src/values/index.ts';
import { needsSharedData, sharedRows } from '../../recorded/shared-data.ts';
import { arbitraryProtoFile } from './arbitrary-proto-file.ts';
import { protobufjsTypes } from './protobufjs-types.ts';

interface Row {
  file: string;
  status: number;
  references?: { name: string; subject: string }[];
  stored: string;
}

const slow = { timeout: 60_000 };

// Names at which protobufjs fails: it looks fields up in objects that have these anyway.
const files = arbitraryProtoFile.map((text) =>
  text.replaceAll('hasOwnProperty', 'owner').replaceAll('constructor', 'builder'),
);

/** An example, or undefined where the message has none. */
function tryExample(schema: ParsedSchema, messageType: string, seed: number): unknown {
  try {
    return exampleValue(schema, { messageType, seed });
  } catch (error) {
    if (isSchemaError(error, 'invalid_schema')) return undefined;
    throw error;
  }
}

/** Encodes and decodes an example here and there, each side also what the other one wrote. */
function crossCheck(schema: ParsedSchema, type: Type, example: unknown): void {
  const messageType = type.fullName.slice(1);
  const options = { messageType, wirePrefix: 'none' } as const;
  const ours = encodeValue(schema, example, options);
  const theirs = type.encode(fromJson(type, example)).finish();
  expect(Buffer.from(ours).toString('hex')).toBe(Buffer.from(theirs).toString('hex'));
  expect(decodeValue(schema, theirs, options)).toEqual(example);
  // What they show has 64-bit integers as texts, which are taken as well.
  const shown = toJson(type, type.decode(ours));
  expect(Buffer.from(encodeValue(schema, shown, options))).toEqual(Buffer.from(ours));
}

function collect(row: Row, stored: Map<string, Row>, seen: Set<string>): ReferencedSchema[] {
  return (row.references ?? []).flatMap(({ name, subject }) => {
    const referenced = stored.get(subject);
    if (referenced === undefined || seen.has(subject)) return [];
    seen.add(subject);
    return [...collect(referenced, stored, seen), { name, text: referenced.stored }];
  });
}

it('protobufjs writes and reads the same for real schemas', slow, (context) => {
  needsSharedData(context);
  const stored = new Map<string, Row>();
  let messages = 0;
  for (const row of sharedRows<Row>('recorded/texts-protobuf.jsonl')) {
    if (row.status !== 200) continue;
    stored.set(row.file, row);
    const references = collect(row, stored, new Set());
    const schema = parseSchema('PROTOBUF', row.stored, { references, validation: 'stored' });
    for (const [messageType, type] of protobufjsTypes(row.stored, references)) {
      for (const seed of [1, 2]) {
        const example = tryExample(schema, messageType, seed);
        if (example !== undefined) crossCheck(schema, type, example);
      }
      messages += 1;
    }
  }
  expect(messages).toBeGreaterThan(500);
});

it('protobufjs writes and reads the same for schemas that were made up', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(files, fc.integer(), (text, seed) => {
      const schema = parseSchema('PROTOBUF', text);
      for (const [messageType, type] of protobufjsTypes(text)) {
        const example = tryExample(schema, messageType, seed);
        if (example !== undefined) crossCheck(schema, type, example);
      }
    }),
    { numRuns: 100 },
  );
});

it('protobufjs reads the same from bytes that were damaged, where both read them', slow, () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
  let read = 0;
  fc.assert(
    fc.property(files, fc.integer(), fc.array(damage, { maxLength: 20 }), (text, seed, damages) => {
      // protobufjs drops entries without a value where that is a constant that is not 0.
      const schema = parseSchema(
        'PROTOBUF',
        text.replace('enum E1 {  FIVE = 5', 'enum E1 { FIVE = 0'),
      );
      for (const [messageType, type] of protobufjsTypes(schema.text)) {
        const example = tryExample(schema, messageType, seed);
        if (example === undefined) continue;
        const options = { messageType, wirePrefix: 'none' } as const;
        const whole = encodeValue(schema, example, options);
        for (const places of damages) {
          const bytes = Uint8Array.from(whole);
          for (const [place, byte] of places) bytes[place % Math.max(1, bytes.length)] = byte;
          const theirs = tryRead(type, bytes);
          if (theirs === undefined || !checkValue(schema, bytes, options).valid) continue;
          expect(rounded(decodeValue(schema, bytes, options))).toEqual(rounded(theirs));
          read += 1;
        }
      }
    }),
    { numRuns: 50 },
  );
  expect(read).toBeGreaterThan(50);
});

function tryRead(type: Type, bytes: Uint8Array): unknown {
  try {
    return toJson(type, type.decode(bytes));
  } catch {
    return undefined;
  }
}

/** Numbers as texts, and rounded, as those of protobufjs are. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return String(Number(value));
  if (typeof value === 'string')
    return /^-?[0-9]{16,}$/.test(value) ? String(Number(value)) : value;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, each]) => [String(rounded(key)), rounded(each)]));
}
