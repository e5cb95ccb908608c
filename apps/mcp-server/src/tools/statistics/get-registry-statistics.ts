import * as z from 'zod';
import { readStatistics } from '../../reading/read-statistics.ts';
import { unknownParts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

const counts = { total_schemas: z.int(), total_versions: z.int(), total_bytes: z.int() };
const subjects = { contexts: z.int(), subjects: z.int() };

export const getRegistryStatistics = defineTool({
  name: 'get_registry_statistics',
  title: 'Get registry statistics',
  summary:
    'Read every version and say how much there is: by context and type, averages, sizes, largest, references, growth.',
  input: z.object({
    top: z.int().min(0).max(100).default(5).describe('How long lists of the largest are.'),
    growth_unit: z.enum(['day', 'week', 'month']).default('month').describe('In UTC.'),
    configs: z
      .boolean()
      .default(false)
      .describe('Count configurations and modes too; two requests a subject.'),
  }),
  output: z.object({
    read_at: z.string().describe('When it was read, in UTC.'),
    total_contexts: z.int(),
    total_schemas: z.int().describe('Subjects with a version that is not deleted.'),
    total_versions: z.int().describe('Those that are not deleted, as everything below.'),
    avg_versions_per_schema: z.number(),
    soft_deleted_subjects: z.int(),
    soft_deleted_versions: z.int(),
    total_schema_ids: z.int().describe('Counted in each context.'),
    distinct_contents: z.int().describe('Each once, wherever it is registered.'),
    types: z.array(z.object({ schema_type: z.string(), ...counts })),
    contexts: z.array(
      z.object({
        context: z.string(),
        ...counts,
        total_schema_ids: z.int(),
        incomplete: z.boolean().optional().describe('There may be more; see `unknown`.'),
      }),
    ),
    sizes: z.object({
      total_bytes: z.int(),
      distinct_bytes: z.int().describe('Each content once.'),
      average_bytes: z.number().optional(),
      median_bytes: z.number().optional(),
      largest_bytes: z.int().optional(),
    }),
    largest: z.array(z.object({ subject: z.string(), version: z.int(), bytes: z.int() })),
    most_versions: z.array(z.object({ subject: z.string(), total_versions: z.int() })),
    references: z.object({
      versions_with_references: z.int(),
      total_references: z.int(),
      across_contexts: z.int(),
      dangling: z.int().describe('To what is missing or softly deleted.'),
      unknown: z.int().describe('To what was not read.'),
      circles: z.int(),
      depth: z.int().describe('The longest chain.'),
      referenced_versions: z.int(),
      most_referenced: z.array(
        z.object({ subject: z.string(), version: z.int(), referenced_by: z.int() }),
      ),
    }),
    settings: z
      .object({
        contexts_with_config: z.int(),
        subjects_with_config: z.int(),
        contexts_with_mode: z.int(),
        subjects_with_mode: z.int(),
        compatibility_levels: z.array(z.object({ level: z.string(), ...subjects })),
        modes: z.array(z.object({ mode: z.string(), ...subjects })),
      })
      .optional()
      .describe('Those of their own.'),
    growth: z
      .array(
        z.object({
          from: z.string().describe('First day of the period.'),
          versions: z.int(),
          subjects: z.int(),
          total_versions: z.int().describe('At its end.'),
          total_subjects: z.int(),
        }),
      )
      .describe('By time of registration; without periods in which nothing was registered.'),
    versions_without_time: z.int().describe('Not in `growth`: the registry does not say when.'),
    unknown: unknownParts.optional().describe('What could not be read, and is not counted.'),
    total_unknown: z.int().optional(),
  }),
  effect: 'read',
  place: 'every_context',
  long: true,
  pages: 'contexts',
  alongside: ['growth', 'unknown'],
  async run({ top, growth_unit, configs }, services, call) {
    return readStatistics(services, { top, growthUnit: growth_unit, configs }, call);
  },
});
