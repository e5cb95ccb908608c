import * as z from 'zod';
import { applyDeletion } from '../../preview/apply-deletion.ts';
import { planDeletion } from '../../preview/plan-deletion.ts';
import { deletion } from '../answers.ts';
import { dryRun, permanent, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const deleteSubject = defineTool({
  name: 'delete_subject',
  title: 'Delete a subject',
  summary: 'Delete a subject with all its versions: softly, so that ids still answer, or for good.',
  input: z.object({ subject, permanent, dry_run: dryRun }),
  output: z.object(deletion),
  effect: 'destroy',
  place: 'subject',
  async run({ subject, permanent, dry_run }, { client, context }, { signal }) {
    const asked = { client, context, subject, permanent };
    const plan = await planDeletion(asked, { signal });
    if (dry_run) return { dry_run, ...plan };
    return { dry_run, ...plan, versions: await applyDeletion(asked, plan, { signal }) };
  },
});
