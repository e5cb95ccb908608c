import { compatibilityLevels } from '@srkit/registry-protocol';
import * as z from 'zod';
import { planEvolutionOf } from '../../reading/read-evolution.ts';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';
import { evolutionFacts, evolutionStep, stillMissing } from '../evolution-answers.ts';

export const suggestEvolutionStrategy = defineTool({
  name: 'suggest_evolution_strategy',
  title: 'Suggest a strategy of evolution',
  summary:
    'Find schemas to register one by one until a subject gets to one that it does not take at once, each proven to pass.',
  input: z.object({
    subject,
    ...schemaSource,
    level: z.enum(compatibilityLevels).optional().describe('Instead of the one set.'),
  }),
  output: z.object({
    ...evolutionFacts,
    reaches: z.boolean().describe('Whether the last step is the schema itself.'),
    direct: z.boolean().describe('Whether it passes at once.'),
    already: z.int().optional().describe('The version that is this schema already.'),
    steps: z.array(evolutionStep),
    total_steps: z.int(),
    still_missing: stillMissing,
    obstacles: z
      .array(z.looseObject({ version: z.int() }))
      .describe('Why it does not pass at once, by version.'),
    unreachable: z
      .object({ proven: z.boolean(), message: z.string() })
      .optional()
      .describe('Why it is not reached; `proven`: no steps can.'),
    keeping_data: z
      .object({ steps: z.array(evolutionStep), still_missing: stillMissing })
      .optional()
      .describe('Other steps, to a schema that still reads old data.'),
    other_ways: z
      .array(z.object({ kind: z.string(), message: z.string() }))
      .describe('What else would do.'),
  }),
  effect: 'read',
  place: 'subject',
  long: true,
  pages: 'steps',
  alongside: ['obstacles'],
  async run({ subject, level, ...given }, { client, context, at }, call) {
    const candidate = await readSchemaSource(given, at, call);
    return planEvolutionOf({ client, context, subject, candidate, level }, call);
  },
});
