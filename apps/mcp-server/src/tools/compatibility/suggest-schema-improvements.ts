import * as z from 'zod';
import { findImprovements } from '../../comparing/improvements.ts';
import { readVersionBefore } from '../../comparing/version-before.ts';
import { chooseSchema } from '../../reading/choose-schema.ts';
import { createVersionReader } from '../../reading/version-reader.ts';
import { dangers, path, schemaUsed } from '../answers.ts';
import { schemaChoice } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const suggestSchemaImprovements = defineTool({
  name: 'suggest_schema_improvements',
  title: 'Suggest improvements of a schema',
  summary:
    'Find what could be better in a schema, its names, documentation, evolution, and what to write.',
  input: z.object({
    ...schemaChoice,
    min_severity: z.enum(['info', 'warning', 'error']).default('info').describe('Least to show.'),
    ignore: z.array(z.string()).default([]).describe('Rules to leave out.'),
  }),
  output: z.object({
    schema_used: schemaUsed,
    findings: z
      .array(
        z.object({
          rule: z.string(),
          severity: z.string().describe('`error`, `warning` or `info`.'),
          path,
          message: z.string(),
          suggestion: z.string().describe('What to write instead.'),
        }),
      )
      .describe('The worst first.'),
    by_severity: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
    compared_with: z.int().optional().describe('Version before it.'),
    evolution: dangers.optional().describe('What was dangerous in the step from that version.'),
    total_evolution: z.int().optional(),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'findings',
  alongside: ['evolution'],
  async run({ min_severity, ignore, ...choice }, services, { signal }) {
    const read = createVersionReader({ signal });
    const known = await chooseSchema(choice, services, read, { signal });
    const previous = await readVersionBefore(known, read, { signal });
    const options = { minSeverity: min_severity, ignored: ignore };
    const improvements = await findImprovements(known, previous, options);
    return {
      schema_used: known.facts,
      ...improvements,
      ...(previous && { compared_with: previous.facts.version }),
    };
  },
});
