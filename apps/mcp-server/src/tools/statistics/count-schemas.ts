import * as z from 'zod';
import { countSchemas as count } from '../../reading/count-schemas.ts';
import { defineTool } from '../define-tool.ts';

const counts = {
  total_schemas: z.int().describe('Subjects with a version that is not deleted.'),
  total_versions: z.int(),
};
const allCounts = { ...counts, soft_deleted_subjects: z.int(), soft_deleted_versions: z.int() };

export const countSchemas = defineTool({
  name: 'count_schemas',
  title: 'Count schemas',
  summary: 'Count subjects and versions, by context and by type, and what is softly deleted.',
  input: z.object({}),
  output: z.object({
    total_contexts: z.int(),
    ...allCounts,
    avg_versions_per_schema: z.number(),
    types: z.array(z.object({ schema_type: z.string(), ...counts })).optional(),
    contexts: z.array(z.object({ context: z.string(), ...allCounts })),
  }),
  effect: 'read',
  place: 'every_context',
  pages: 'contexts',
  async run(_input, { client, context }, { signal }) {
    return count(client, context, { signal });
  },
});
