import { describe, expect, it } from 'vitest';
import { checkCompatibility, parseAvro, parseSchema } from '../../src/index.ts';

const schema = parseAvro(
  '{"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}',
);
const reserved = (names: string) => ({ properties: { 'confluent:reserved': names } });

function check(next: string | undefined, old: string | undefined, validateFields = true) {
  return checkCompatibility(
    schema,
    [{ version: 1, schema, metadata: old === undefined ? null : reserved(old) }],
    'BACKWARD',
    { validateFields, metadata: next === undefined ? null : reserved(next) },
  );
}

describe('checkCompatibility with validateFields', () => {
  it('refuses a field that is reserved', () => {
    expect(check('x, b', 'x,b')).toMatchObject({
      compatible: false,
      failedVersion: 1,
      differences: [{ type: 'RESERVED_FIELD_USED', path: '/fields/1' }],
      messages: [
        'The new schema has field that conflicts with the reserved field b.',
        "{validateFields: 'true', compatibility: 'BACKWARD'}",
      ],
    });
  });

  it('refuses to give up a reservation', () => {
    expect(check(undefined, 'x').messages[0]).toBe(
      "The new schema has reserved field x removed from its metadata which is present in the old schema's metadata.",
    );
  });

  it('takes more reservations than before', () => {
    expect(check('x,y', 'x')).toEqual({ compatible: true, differences: [], messages: [] });
  });

  it('looks at no metadata where it is off', () => {
    expect(check('a', 'x', false).compatible).toBe(true);
  });

  it.each([
    ['JSON' as const, '{"type":"object","properties":{"a":{},"b":{}}}', '#/properties/b'],
    [
      'PROTOBUF' as const,
      'syntax = "proto3"; message M { string a = 1; oneof o { string b = 2; } } message N { int32 c = 1; }',
      '#/M/2',
    ],
  ])('knows the fields of %s', (type, text, path) => {
    const other = parseSchema(type, text);
    const metadata = reserved('b,c');
    const previous = [{ version: 1, schema: other, metadata }];
    const options = { validateFields: true, metadata };
    expect(checkCompatibility(other, previous, 'BACKWARD', options).differences).toMatchObject([
      { type: 'RESERVED_FIELD_USED', path },
    ]);
  });

  it('says in the last message what was asked for', () => {
    const previous = [{ version: 1, schema: parseAvro('"int"') }];
    const { messages } = checkCompatibility(schema, previous, 'FULL', { validateFields: true });
    expect(messages.at(-1)).toBe("{validateFields: 'true', compatibility: 'FULL'}");
  });
});
