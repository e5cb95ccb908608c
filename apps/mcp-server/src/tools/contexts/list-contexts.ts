import * as z from 'zod';
import { countSubjects } from '../../reading/count-subjects.ts';
import { defineTool } from '../define-tool.ts';

export const listContexts = defineTool({
  name: 'list_contexts',
  title: 'List contexts',
  summary: 'List the contexts of the registry with the number of subjects in each.',
  input: z.object({}),
  output: z.object({
    contexts: z
      .array(z.object({ context: z.string(), total_schemas: z.int().describe('Its subjects.') }))
      .describe('`.` is the default context.'),
    total_contexts: z.int(),
  }),
  effect: 'read',
  place: 'registry',
  pages: 'contexts',
  async run(_input, { client }, { signal }) {
    const contexts = await countSubjects(client, { signal });
    return { contexts, total_contexts: contexts.length };
  },
});
