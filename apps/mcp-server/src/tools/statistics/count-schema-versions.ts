import * as z from 'zod';
import { countVersions } from '../../reading/count-versions.ts';
import { subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const countSchemaVersions = defineTool({
  name: 'count_schema_versions',
  title: 'Count the versions of a subject',
  summary: 'Count the versions of a subject, and those that are softly deleted.',
  input: z.object({ subject }),
  output: z.object({
    total_versions: z.int().describe('Those that are not deleted.'),
    soft_deleted_versions: z.int(),
    versions: z.array(z.int()).describe('Their numbers, ascending; not deleted ones.'),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'versions',
  async run({ subject }, { client }, { signal }) {
    return countVersions(client, subject, { signal });
  },
});
