import { compatibilityLevels } from '@srkit/registry-protocol';
import * as z from 'zod';
import { analyzeEvolutionOf } from '../../reading/read-evolution.ts';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';
import { changes, evolutionDangers, evolutionFacts, verdict } from '../evolution-answers.ts';

const direction = z.looseObject({ verdict });

export const analyzeSchemaEvolution = defineTool({
  name: 'analyze_schema_evolution',
  title: 'Analyze the evolution of a schema',
  summary:
    'Tell what a schema means for a subject: against every version, at every level, who upgrades first.',
  input: z.object({
    subject,
    ...schemaSource,
    level: z.enum(compatibilityLevels).optional().describe('Instead of the one set.'),
  }),
  output: z.object({
    ...evolutionFacts,
    verdict: verdict.describe('What the level says: accepted, refused or unknown.'),
    levels: z.record(z.string(), verdict).describe('What every level would say.'),
    latest: z.int().optional().describe('The newest version.'),
    same_as: z.array(z.int()).describe('Versions that are this schema already.'),
    upgrade_order: z
      .string()
      .describe('any_order, consumers_first, producers_first, no_order or unknown.'),
    cannot_read: z.array(z.int()).describe('Versions whose data it does not read.'),
    cannot_be_read_by: z.array(z.int()).describe('Versions that do not read its data.'),
    changes: changes.describe('Since the newest version.'),
    dangerous_changes: evolutionDangers,
    problem: z.string().optional().describe('Why changes are missing.'),
    versions: z
      .array(z.object({ version: z.int(), backward: direction, forward: direction }))
      .describe('It against each, the newest first.'),
    history: z
      .array(
        z.looseObject({
          from: z.int(),
          to: z.int(),
          backward: verdict,
          forward: verdict,
          under_level: verdict,
        }),
      )
      .describe('How the subject came here.'),
  }),
  effect: 'read',
  place: 'subject',
  long: true,
  pages: 'changes',
  alongside: ['dangerous_changes', 'versions', 'history'],
  async run({ subject, level, ...given }, { client, context, at }, call) {
    const candidate = await readSchemaSource(given, at, call);
    return analyzeEvolutionOf({ client, context, subject, candidate, level }, call);
  },
});
