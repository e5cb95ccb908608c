import * as z from 'zod';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { requireReferences } from '../../reading/require-references.ts';
import { guid, schemaId } from '../answers.ts';
import { normalize, schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const registerSchema = defineTool({
  name: 'register_schema',
  title: 'Register a schema',
  summary: 'Register a schema as the next version of a subject, or find the version that has it.',
  input: z.object({
    subject,
    ...schemaSource,
    normalize,
    id: z.int().optional().describe('Only in IMPORT mode.'),
    version: z.int().optional().describe('Only in IMPORT mode, or to insist on the next one.'),
  }),
  output: z.object({
    id: schemaId,
    version: z.int().optional().describe('Absent where the registry does not say it.'),
    guid: guid.optional(),
  }),
  effect: 'write',
  place: 'subject',
  async run({ subject, normalize, id, version, ...source }, { client, context, at }, { signal }) {
    const request = await readSchemaSource(source, at, { signal });
    await requireReferences({ client, context }, request.references, { signal });
    const asked = { ...request, ...(id !== undefined && { id }), ...(version && { version }) };
    const done = await client.versions.register(subject, asked, { normalize, signal });
    return { id: done.id, version: done.version, guid: done.guid };
  },
});
