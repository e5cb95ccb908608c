import * as z from 'zod';
import { defineTool } from '../define-tool.ts';

export const countContexts = defineTool({
  name: 'count_contexts',
  title: 'Count contexts',
  summary:
    'Count the contexts of the registry and name them. list_contexts also says what is in them.',
  input: z.object({}),
  output: z.object({
    total_contexts: z.int(),
    contexts: z.array(z.string()).describe('`.` is the default context.'),
  }),
  effect: 'read',
  place: 'registry',
  pages: 'contexts',
  async run(_input, { client }, { signal }) {
    const contexts = await client.contexts.list({ signal });
    return { total_contexts: contexts.length, contexts };
  },
});
