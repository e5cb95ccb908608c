import * as z from 'zod';
import { clearContexts } from '../../clearing/clear-contexts.ts';
import { dryRun, permanent } from '../arguments.ts';
import { cleared, concurrency, deleteAfter } from '../clearing-answers.ts';
import { defineTool } from '../define-tool.ts';

export const clearMultipleContextsBatch = defineTool({
  name: 'clear_multiple_contexts_batch',
  title: 'Clear several contexts',
  summary:
    'Delete every subject of the named contexts, in one order across them; what something outside refers to stays.',
  input: z.object({
    contexts: z.array(z.string()).min(1).max(200).describe('Each one that is meant.'),
    permanent,
    delete_after: deleteAfter,
    concurrency,
    dry_run: dryRun,
  }),
  output: z.object(cleared),
  effect: 'destroy',
  place: 'registry',
  long: true,
  pages: 'subjects',
  async run({ contexts, permanent, delete_after, concurrency, dry_run }, { client }, call) {
    const how = { permanent, deleteAfter: delete_after, concurrency, dryRun: dry_run };
    return clearContexts({ client, contexts, ...how }, call);
  },
});
