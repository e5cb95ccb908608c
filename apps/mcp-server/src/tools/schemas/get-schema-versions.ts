import * as z from 'zod';
import { versionsOf } from '../../reading/versions-of.ts';
import { deleted, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSchemaVersions = defineTool({
  name: 'get_schema_versions',
  title: 'List the versions of a subject',
  summary: 'List the version numbers of a subject.',
  input: z.object({ subject, deleted }),
  output: z.object({
    versions: z.array(z.int()).describe('Ascending.'),
    soft_deleted_versions: z.array(z.int()).optional().describe('Those that are softly deleted.'),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'versions',
  async run({ subject, deleted }, { client }, { signal }) {
    const versions = await client.versions.list(subject, { deleted, signal });
    if (!deleted) return { versions };
    const { softDeleted } = await versionsOf(client, subject, { signal });
    return { versions, soft_deleted_versions: softDeleted };
  },
});
