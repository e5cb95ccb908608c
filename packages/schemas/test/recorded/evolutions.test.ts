import { expect, it } from 'vitest';
import type { CompatibilityLevel } from '../../src/index.ts';
import { checkCompatibility, parseAvro } from '../../src/index.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

interface Evolution {
  id: string;
  old: string;
  new: string;
  stored?: string;
  results: Record<'BACKWARD' | 'FORWARD' | 'FULL', { compatible: boolean; messages: string[] }>;
}

const LEVELS = ['BACKWARD', 'FORWARD', 'FULL'] as const satisfies CompatibilityLevel[];

it('answers 120 real evolutions at three levels with the messages of the registry', (context) => {
  needsSharedData(context);
  const evolutions = sharedRows<Evolution>('recorded/evolutions-avro.jsonl');
  const wrong = evolutions.flatMap(({ id, old, new: next, stored, results }) => {
    const previous = [{ version: 1, schema: parseAvro(old) }];
    return LEVELS.filter((level) => {
      const { compatible, messages } = checkCompatibility(parseAvro(next), previous, level);
      const wanted = results[level].messages.map((message) =>
        message === '{oldSchema}' ? `{oldSchema: '${stored ?? old}'}` : message,
      );
      const got = JSON.stringify([compatible, messages]);
      return got !== JSON.stringify([results[level].compatible, wanted]);
    }).map((level) => `${id} ${level}`);
  });
  expect(evolutions).toHaveLength(120);
  expect(wrong).toEqual([]);
});
