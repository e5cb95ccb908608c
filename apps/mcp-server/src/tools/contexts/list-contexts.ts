import * as z from 'zod';
import { describeContexts } from '../../reading/describe-contexts.ts';
import { defineTool } from '../define-tool.ts';

export const listContexts = defineTool({
  name: 'list_contexts',
  title: 'List contexts',
  summary: 'List the contexts of the registry with the number of subjects in each.',
  input: z.object({
    prefix: z.string().optional().describe('Only names that begin so, e.g. `feature-`.'),
    counts: z.boolean().default(false).describe('Count versions and contents, too: reads them.'),
  }),
  output: z.object({
    contexts: z
      .array(
        z.object({
          context: z.string(),
          total_schemas: z.int().optional().describe('Its subjects; absent where unknown.'),
          total_versions: z.int().optional(),
          distinct_contents: z.int().optional(),
          unknown: z.string().optional().describe('Why a count is not known.'),
        }),
      )
      .describe('`.` is the default context.'),
    total_contexts: z.int(),
  }),
  effect: 'read',
  place: 'registry',
  pages: 'contexts',
  async run({ prefix = '', counts }, { client }, { signal }) {
    const contexts = await describeContexts(client, { prefix, counts }, { signal });
    return { contexts, total_contexts: contexts.length };
  },
});
