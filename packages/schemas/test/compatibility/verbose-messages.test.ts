import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel, Difference } from '../../src/index.ts';
import {
  checkCompatibility,
  parseAvro,
  parseSchema,
  renderVerboseMessages,
} from '../../src/index.ts';

const old = parseAvro('{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}');
const next = parseAvro(
  '{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"int"}]}',
);

describe('renderVerboseMessages', () => {
  it.for(['BACKWARD', 'FORWARD', 'FULL', 'FULL_TRANSITIVE'] as const)(
    'makes the messages of a check at %s from its differences alone',
    (level) => {
      const { differences, messages } = checkCompatibility(
        next,
        [{ version: 4, schema: old }],
        level,
      );
      expect(messages.length).toBeGreaterThan(2);
      expect(
        renderVerboseMessages(JSON.parse(JSON.stringify(differences)), {
          schemaType: 'AVRO',
          level,
          old: { version: 4, text: old.text },
        }),
      ).toEqual(messages);
    },
  );

  it('renders schemas of different types', () => {
    const previous = [{ version: 1, schema: parseSchema('JSON', '{}') }];
    const { differences, messages } = checkCompatibility(next, previous, 'FULL');
    const compared = {
      schemaType: 'AVRO',
      level: 'FULL',
      old: { version: 1, text: '{}' },
    } as const;
    expect(renderVerboseMessages(differences, compared)).toEqual(messages);
  });

  it.for([
    [
      'JSON',
      `{errorType:"TYPE_CHANGED", description:"A type at path '#/a' is different'}`,
      `A type at path '#/a' is different`,
    ],
    [
      'PROTOBUF',
      '{errorType:"TYPE_CHANGED", description:"The kind changed."}',
      'The kind changed.',
    ],
  ] as const)('sets the quotes as the registry does for %s', ([schemaType, rendered, message]) => {
    const difference: Difference = {
      type: 'TYPE_CHANGED',
      path: '#/a',
      message,
      direction: 'backward',
    };
    const level: CompatibilityLevel = 'BACKWARD';
    const compared = { schemaType, level, old: { version: 2, text: '{}' }, validateFields: true };
    expect(renderVerboseMessages([difference], compared)).toEqual([
      rendered,
      '{oldSchemaVersion: 2}',
      "{oldSchema: '{}'}",
      "{validateFields: 'true', compatibility: 'BACKWARD'}",
    ]);
  });

  it('has nothing to say where there are no differences', () => {
    const compared = {
      schemaType: 'AVRO',
      level: 'FULL',
      old: { version: 1, text: '{}' },
    } as const;
    expect(renderVerboseMessages([], compared)).toEqual([]);
  });
});
