import { expect, it } from 'vitest';
import type { CompatibilityLevel, CompatibilityPolicy } from '../../src/index.ts';
import { checkCompatibility, parseSchema } from '../../src/index.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

/** Without a verdict where the registry failed. */
interface Answer {
  compatible?: boolean;
  messages?: string[];
}

interface Evolution {
  id: string;
  old: string;
  new: string;
  stored?: string;
  results: Partial<Record<keyof typeof QUESTIONS, Answer>>;
}

const QUESTIONS = {
  BACKWARD: ['BACKWARD', 'STRICT'],
  FORWARD: ['FORWARD', 'STRICT'],
  FULL: ['FULL', 'STRICT'],
  BACKWARD_LENIENT: ['BACKWARD', 'LENIENT'],
} as const satisfies Record<string, [CompatibilityLevel, CompatibilityPolicy]>;

const NAMES = ['BACKWARD', 'FORWARD', 'FULL', 'BACKWARD_LENIENT'] as const;

it.for([
  ['AVRO', 120, 360],
  // Of 880 answers 18 are failures of the registry.
  ['JSON', 220, 862],
  ['PROTOBUF', 140, 420],
] as const)(
  'answers real evolutions of %s at three levels with the messages of the registry',
  ([type, count, answers], context) => {
    needsSharedData(context);
    const evolutions = sharedRows<Evolution>(`recorded/evolutions-${type.toLowerCase()}.jsonl`);
    let asked = 0;
    const wrong = evolutions.flatMap(({ id, old, new: next, stored, results }) => {
      const previous = [{ version: 1, schema: parseSchema(type, old) }];
      return NAMES.filter((name) => {
        const recorded = results[name];
        if (recorded?.messages === undefined) return false;
        asked += 1;
        const [level, policy] = QUESTIONS[name];
        const newer = parseSchema(type, next);
        const { compatible, messages } = checkCompatibility(newer, previous, level, { policy });
        const wanted = recorded.messages.map((message) =>
          message === '{oldSchema}' ? `{oldSchema: '${stored ?? old}'}` : message,
        );
        const got = JSON.stringify([compatible, messages]);
        return got !== JSON.stringify([recorded.compatible, wanted]);
      }).map((name) => `${id} ${name}`);
    });
    expect(evolutions).toHaveLength(count);
    expect(asked).toBe(answers);
    expect(wrong).toEqual([]);
  },
);
