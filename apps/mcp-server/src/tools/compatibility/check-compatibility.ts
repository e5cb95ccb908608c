import * as z from 'zod';
import { checkSchema } from '../../reading/check-schema.ts';
import { readSchemaSource } from '../../reading/read-schema-source.ts';
import { requireReferences } from '../../reading/require-references.ts';
import { source } from '../answers.ts';
import { normalize, schemaSource, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const checkCompatibility = defineTool({
  name: 'check_compatibility',
  title: 'Check compatibility',
  summary: 'Tell whether a schema may follow in a subject at the level in force, and if not, why.',
  input: z.object({
    subject,
    ...schemaSource,
    version: z.string().optional().describe('`latest` (default), a number, or `all`.'),
    normalize,
  }),
  output: z.object({
    compatible: z.boolean(),
    messages: z.array(z.string()).describe('The reasons, in the words of the registry.'),
    level: z.string().describe('Compatibility level in force.'),
    level_source: source,
    checked_against: z.string().describe('What was compared; `nothing` where the subject is new.'),
  }),
  effect: 'read',
  place: 'subject',
  pages: 'messages',
  async run({ subject, version, normalize, ...given }, { client, context, at }, { signal }) {
    const request = await readSchemaSource(given, at, { signal });
    await requireReferences({ client, context }, request.references, { signal });
    return checkSchema({ client, context, subject }, request, { version, normalize, signal });
  },
});
