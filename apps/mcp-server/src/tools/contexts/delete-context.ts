import * as z from 'zod';
import { removeContext } from '../../clearing/remove-context.ts';
import { dryRun, permanent } from '../arguments.ts';
import { clearedSubjects, concurrency } from '../clearing-answers.ts';
import { defineTool } from '../define-tool.ts';

export const deleteContext = defineTool({
  name: 'delete_context',
  title: 'Delete a context',
  summary:
    'Delete a context so that the registry lists it no more: an empty one, or with everything in it, for good.',
  input: z.object({
    context: z.string().describe('The context.'),
    everything: z.boolean().default(false).describe('With all its subjects; needs permanent.'),
    permanent,
    concurrency,
    dry_run: dryRun,
  }),
  output: z.object({
    dry_run: z.boolean().describe('Whether nothing was changed.'),
    context: z.string(),
    outcome: z
      .string()
      .describe(
        'planned, deleted, absent (it was not listed), still_listed (empty, and listed all the same) or incomplete.',
      ),
    settings: z.array(z.string()).describe('Its own ones that go: config, mode.'),
    remains: z.array(z.string()).describe('What is left of it.'),
    subjects: clearedSubjects,
    would_be_refused: z
      .object({ code: z.string(), reason: z.string() })
      .optional()
      .describe('Why it would not be done.'),
  }),
  effect: 'destroy',
  place: 'registry',
  long: true,
  pages: 'subjects',
  async run({ context, dry_run: dryRun, ...how }, { client }, call) {
    return removeContext(client, context, { dryRun, ...how }, call);
  },
});
