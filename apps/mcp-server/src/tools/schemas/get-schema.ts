import { parseQualifiedName } from '@srkit/registry-protocol';
import * as z from 'zod';
import { describeSchema } from '../../reading/describe-schema.ts';
import { readVersion } from '../../reading/read-version.ts';
import { schemaFacts, schemaId } from '../answers.ts';
import { deleted, format, subject, textOffset, version } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSchema = defineTool({
  name: 'get_schema',
  title: 'Get a schema',
  summary: 'Read one version of a subject: its text, type, references, id and guid.',
  input: z.object({ subject, version, offset: textOffset, format, deleted }),
  output: z.object({ context: z.string(), version: z.int(), id: schemaId, ...schemaFacts }),
  effect: 'read',
  place: 'subject',
  async run({ subject, version, offset, format, deleted }, { client, budget }, { signal }) {
    const options = { deleted, format, signal };
    const found = await client.versions.get(subject, readVersion(version), options);
    return {
      // A registry looks for a subject of the default context in the others, too.
      context: parseQualifiedName(found.subject).context,
      version: found.version,
      id: found.id,
      ...describeSchema(found, { offset, format, budget }),
    };
  },
});
