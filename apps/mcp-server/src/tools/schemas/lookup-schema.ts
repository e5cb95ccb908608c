import * as z from 'zod';
import { lookUpSchema } from '../../reading/look-up-schema.ts';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { guid, schemaId } from '../answers.ts';
import { deleted, normalize, schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const lookupSchema = defineTool({
  name: 'lookup_schema',
  title: 'Look a schema up',
  summary: 'Tell whether a subject has this very schema, and as which version and id.',
  input: z.object({ subject, ...schemaSource, normalize, deleted }),
  output: z.object({
    found: z.boolean(),
    version: z.int().optional(),
    id: schemaId.optional(),
    guid: guid.optional(),
    reason: z.string().optional().describe('Why it was not found.'),
  }),
  effect: 'read',
  place: 'subject',
  async run({ subject, normalize, deleted, ...source }, { client, context, at }, { signal }) {
    const request = await readSchemaSource(source, at, { signal });
    return lookUpSchema({ client, context, subject }, request, { normalize, deleted, signal });
  },
});
