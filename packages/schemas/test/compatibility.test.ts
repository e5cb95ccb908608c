import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel } from '../src/index.ts';
import { checkCompatibility, parseAvro, parseSchema } from '../src/index.ts';
import { arbitraryAvro } from './avro/arbitrary-schema.ts';

const LEVELS: CompatibilityLevel[] = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
];

const field = (type: string, more = '') =>
  parseAvro(`{"type":"record","name":"R","fields":[{"name":"a","type":"${type}"${more}}]}`);

describe('checkCompatibility', () => {
  it('finds every schema compatible with itself at every level', () => {
    fc.assert(
      fc.property(arbitraryAvro, fc.constantFrom(...LEVELS), (text, level) => {
        const previous = [1, 2].map((version) => ({ version, schema: parseAvro(text) }));
        expect(checkCompatibility(parseAvro(text), previous, level)).toEqual({
          compatible: true,
          differences: [],
          messages: [],
        });
      }),
    );
  });

  it('looks at the newest version only, whatever the order, unless the level is transitive', () => {
    const previous = [
      { version: 2, schema: field('long') },
      { version: 3, schema: field('int') },
      { version: 1, schema: field('string') },
    ];
    const next = field('long');
    expect(checkCompatibility(next, previous, 'BACKWARD').compatible).toBe(true);
    const result = checkCompatibility(next, previous, 'BACKWARD_TRANSITIVE');
    expect(result).toMatchObject({ compatible: false, failedVersion: 1 });
    expect(result.differences).toEqual([
      {
        type: 'TYPE_MISMATCH',
        path: '/fields/0/type',
        message:
          "The type (path '/fields/0/type') of a field in the new schema does not match with the old schema",
        direction: 'backward',
        additionalInfo: 'reader type: LONG not compatible with writer type: STRING',
      },
    ]);
  });

  it('names every version that does not fit on request, with the same messages', () => {
    const previous = ['string', 'int', 'boolean', 'long'].map((type, index) => ({
      version: index + 1,
      schema: field(type),
    }));
    const level = 'BACKWARD_TRANSITIVE';
    const { failures, ...rest } = checkCompatibility(field('long'), previous, level, {
      everyVersion: true,
    });
    expect(rest).toEqual(checkCompatibility(field('long'), previous, level));
    expect(failures?.map(({ version }) => version)).toEqual([3, 1]);
    expect(failures?.[0]?.differences).toEqual(rest.differences);
    expect(failures?.[1]?.differences).toMatchObject([
      { type: 'TYPE_MISMATCH', path: '/fields/0/type', direction: 'backward' },
    ]);
  });

  it('finds a schema compatible after a field with a default was added anywhere', () => {
    fc.assert(
      fc.property(arbitraryAvro, fc.nat(), (text, at) => {
        let count = 0;
        const wider = JSON.stringify(JSON.parse(text), (key, value) => {
          if (key !== 'fields' || !Array.isArray(value)) return value;
          count += 1;
          const added = { name: `added${count}`, type: ['null', 'int'], default: null };
          return value.toSpliced(at % (value.length + 1), 0, added);
        });
        const previous = [{ version: 1, schema: parseAvro(text) }];
        const next = parseAvro(wider);
        expect(checkCompatibility(next, previous, 'FULL_TRANSITIVE').compatible).toBe(true);
      }),
    );
  });

  it('asks first whether the old schema can read, and shows it only where the new one cannot', () => {
    const previous = [{ version: 1, schema: field('int') }];
    const wider = checkCompatibility(field('long'), previous, 'FULL');
    expect(wider.differences.map(({ direction }) => direction)).toEqual(['forward']);
    expect(wider.messages.at(-1)).toBe("{validateFields: 'false', compatibility: 'FULL'}");
    expect(wider.messages).toHaveLength(2);
    const other = checkCompatibility(field('string'), previous, 'FULL');
    expect(other.differences.map(({ direction }) => direction)).toEqual(['forward', 'backward']);
    expect(other.messages[2]).toBe('{oldSchemaVersion: 1}');
  });

  it('cuts an old schema after 10,240 characters', () => {
    const old = field('int', `,"doc":"${'x'.repeat(20_000)}"`);
    const { messages } = checkCompatibility(
      field('string'),
      [{ version: 1, schema: old }],
      'BACKWARD',
    );
    expect(messages[2]).toBe(`{oldSchema: <truncated> '${old.text.slice(0, 10_240)}...'}`);
  });

  it('finds a schema of another type incompatible without looking at it', () => {
    const previous = [{ version: 1, schema: parseSchema('JSON', '{}') }];
    expect(checkCompatibility(field('int'), previous, 'FULL')).toMatchObject({
      compatible: false,
      messages: [
        'Incompatible because of different schema type',
        "{validateFields: 'false', compatibility: 'FULL'}",
      ],
      differences: [{ type: 'SCHEMA_TYPE' }],
    });
  });

  it.for([
    ['JSON', '{"type":"string"}', '{"type":"integer"}', 'TYPE_CHANGED'],
    [
      'PROTOBUF',
      'syntax = "proto3"; message M { string a = 1; }',
      'syntax = "proto3"; message M { double a = 1; }',
      'FIELD_SCALAR_KIND_CHANGED',
    ],
  ] as const)('compares %s', ([type, before, after, difference]) => {
    const [old, next] = [parseSchema(type, before), parseSchema(type, after)];
    const previous = [{ version: 1, schema: old }];
    expect(checkCompatibility(old, previous, 'FULL').compatible).toBe(true);
    expect(checkCompatibility(next, previous, 'NONE').compatible).toBe(true);
    expect(checkCompatibility(next, [], 'FULL_TRANSITIVE').compatible).toBe(true);
    const { compatible, differences } = checkCompatibility(next, previous, 'FULL');
    expect(compatible).toBe(false);
    expect(differences.map((each) => [each.type, each.direction])).toEqual([
      [difference, 'forward'],
      [difference, 'backward'],
    ]);
  });

  it('tells of a field that matches two as the registry does, and does not throw', () => {
    const old = parseAvro(
      '{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}',
    );
    const next = field('int', ',"aliases":["b"]');
    const { compatible, messages } = checkCompatibility(
      next,
      [{ version: 1, schema: old }],
      'BACKWARD',
    );
    expect(compatible).toBe(false);
    expect(messages[0]).toBe(
      `Unexpected exception during compatibility check: Reader record field a type:INT pos:0 matches multiple fields in writer record schema ${old.text}`,
    );
  });
});
