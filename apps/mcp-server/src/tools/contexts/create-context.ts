import * as z from 'zod';
import { defineTool } from '../define-tool.ts';

export const createContext = defineTool({
  name: 'create_context',
  title: 'Create a context',
  summary: 'Create an empty context that the registry lists, also after a restart.',
  input: z.object({ context: z.string().describe('Its name, e.g. `staging`.') }),
  output: z.object({
    context: z.string().describe('As the registry lists it.'),
    outcome: z.string().describe('created, or exists: it was there before.'),
    how: z.string().describe('How the registry came to list it.'),
    marker: z
      .object({ subject: z.string(), state: z.string(), reason: z.string() })
      .optional()
      .describe('A subject that had to stay in it.'),
  }),
  effect: 'write',
  place: 'registry',
  async run({ context }, { client }, { signal }) {
    const { createContext } = await import('@srkit/contexts');
    return { ...(await createContext(client, context, { signal })) };
  },
});
