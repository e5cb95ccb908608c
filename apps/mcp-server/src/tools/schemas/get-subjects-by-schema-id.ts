import { parseQualifiedName } from '@srkit/registry-protocol';
import * as z from 'zod';
import { deleted, id } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSubjectsBySchemaId = defineTool({
  name: 'get_subjects_by_schema_id',
  title: 'Find the subjects of a schema id',
  summary: 'Find which subjects, with one version each, use a schema id of a context.',
  input: z.object({ id, deleted }),
  output: z.object({
    subjects: z.array(z.object({ subject: z.string(), version: z.int() })),
  }),
  effect: 'read',
  place: 'context',
  pages: 'subjects',
  async run({ id, deleted }, { client }, { signal }) {
    const uses = await client.schemas.versionsById(id, { deleted, signal });
    return {
      subjects: uses.map(({ subject, version }) => ({
        subject: parseQualifiedName(subject).subject,
        version,
      })),
    };
  },
});
