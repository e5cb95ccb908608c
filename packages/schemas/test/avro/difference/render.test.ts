import { expect, it } from 'vitest';
import { checkCompatibility, parseAvro } from '../../../src/index.ts';

const wrap = (type: string) =>
  `{"type":"record","name":"R","fields":[{"name":"a","type":${type}}]}`;

it.for([
  [
    '{"type":"fixed","name":"F","size":4}',
    '{"type":"fixed","name":"F","size":8}',
    "{errorType:'FIXED_SIZE_MISMATCH', description:'The size of FIXED type field at path '/fields/0/type/size' in the new schema does not match with the old schema', additionalInfo:'expected: 8, found: 4'}",
  ],
  [
    '["null"]',
    '["null","int"]',
    "{errorType:'MISSING_UNION_BRANCH', description:'The new schema is missing a type inside a union field at path '/fields/0/type/1' in the old schema', additionalInfo:'reader union lacking writer type: INT'}",
  ],
  [
    '{"type":"enum","name":"E","symbols":["A"]}',
    '{"type":"enum","name":"E","symbols":["A","B"]}',
    "{errorType:'MISSING_ENUM_SYMBOLS', description:'The new schema is missing enum symbols '[B]' at path '/fields/0/type/symbols' in the old schema', additionalInfo:'[B]'}",
  ],
] as const)(
  'tells what stops %s from reading %s as the registry tells it',
  ([next, old, message]) => {
    const previous = [{ version: 3, schema: parseAvro(wrap(old)) }];
    const { messages } = checkCompatibility(parseAvro(wrap(next)), previous, 'BACKWARD');
    expect(messages).toEqual([
      message,
      '{oldSchemaVersion: 3}',
      `{oldSchema: '${wrap(old)}'}`,
      "{validateFields: 'false', compatibility: 'BACKWARD'}",
    ]);
  },
);
