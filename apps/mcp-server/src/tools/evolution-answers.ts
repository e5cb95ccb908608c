import * as z from 'zod';

/** What the checker says. */
export const verdict = z.string();

/** By what an evolution was looked at. */
export const evolutionFacts = {
  level: z.string().optional().describe('Compatibility level; absent where nobody knows it.'),
  level_source: z.string().describe('Where it was found; `given`, or `unknown`.'),
  unknown: z.array(z.string()).optional().describe('What could not be read.'),
};

/** What changed. */
export const changes = z.array(
  z.looseObject({ kind: z.string(), path: z.string(), message: z.string() }),
);

/** What of it is dangerous although a level lets it pass. */
export const evolutionDangers = z.array(
  z.looseObject({ rule: z.string(), severity: z.string(), message: z.string() }),
);

/** What the last step does not have of the schema that was asked for. */
export const stillMissing = z
  .looseObject({ changes, dangers: evolutionDangers })
  .describe('What the last step lacks of it.');

/** One schema to register on the way. */
export const evolutionStep = z.object({
  version: z.int().describe('That it gets.'),
  schema: z.string().describe('The text to register.'),
  references: z.array(z.object({ name: z.string(), subject: z.string(), version: z.int() })),
  is_target: z.boolean(),
  why: z.array(z.string()),
  upgrade: z.string().describe('Who gets it first.'),
  rollout: z.array(z.string()).describe('What to do, in order.'),
  cannot_read: z.array(z.int()),
  cannot_be_read_by: z.array(z.int()),
  changes,
  dangers: evolutionDangers,
  problem: z.string().optional(),
  proof: z
    .object({ level: z.string(), compatible: z.boolean(), versions: z.array(z.int()) })
    .describe('What the checker compared it with.'),
});
