import * as z from 'zod';
import { clearContexts } from '../../clearing/clear-contexts.ts';
import { dryRun, permanent } from '../arguments.ts';
import { cleared, concurrency, deleteAfter } from '../clearing-answers.ts';
import { defineTool } from '../define-tool.ts';

export const clearContextBatch = defineTool({
  name: 'clear_context_batch',
  title: 'Clear a context',
  summary:
    'Delete every subject of one context, those that refer to others first; what something outside refers to stays.',
  input: z.object({
    context: z.string().describe('The context; `.` is the default one.'),
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
  async run({ context, permanent, delete_after, concurrency, dry_run }, { client }, call) {
    const how = { permanent, deleteAfter: delete_after, concurrency, dryRun: dry_run };
    return clearContexts({ client, contexts: [context], ...how }, call);
  },
});
