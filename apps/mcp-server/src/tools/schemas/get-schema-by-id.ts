import * as z from 'zod';
import { describeSchema } from '../../reading/describe-schema.ts';
import { schemaFacts, schemaId } from '../answers.ts';
import { format, id, textOffset } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSchemaById = defineTool({
  name: 'get_schema_by_id',
  title: 'Get a schema by its id',
  summary: 'Read the schema that a message or another answer names by its id within a context.',
  input: z.object({ id, offset: textOffset, format }),
  output: z.object({ id: schemaId, ...schemaFacts }),
  effect: 'read',
  place: 'context',
  async run({ id, offset, format }, { client, budget }, { signal }) {
    const found = await client.schemas.getById(id, { format, signal });
    return { id, ...describeSchema(found, { offset, format, budget }) };
  },
});
