import * as z from 'zod';
import { changeMode } from '../../preview/change-mode.ts';
import { modeChanged } from '../answers.ts';
import { dryRun, force, newMode, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const updateSubjectMode = defineTool({
  name: 'update_subject_mode',
  title: 'Change the mode of a subject',
  summary: 'Change whether a subject can be written to, or let it inherit again.',
  input: z.object({ subject, mode: newMode, force, dry_run: dryRun }),
  output: z.object(modeChanged),
  effect: 'destroy',
  place: 'subject',
  async run({ subject, mode, force, dry_run }, { client, context }, { signal }) {
    return changeMode({ client, context, subject }, { mode, force }, { dryRun: dry_run, signal });
  },
});
