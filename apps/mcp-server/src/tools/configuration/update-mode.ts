import * as z from 'zod';
import { changeMode } from '../../preview/change-mode.ts';
import { modeChanged } from '../answers.ts';
import { dryRun, force, newMode } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const updateMode = defineTool({
  name: 'update_mode',
  title: 'Change the mode of a context',
  summary: "Change whether a context can be written to ('__GLOBAL' as context: all contexts).",
  input: z.object({ mode: newMode, force, dry_run: dryRun }),
  output: z.object(modeChanged),
  effect: 'destroy',
  place: 'context',
  async run({ mode, force, dry_run }, { client, context }, { signal }) {
    return changeMode({ client, context }, { mode, force }, { dryRun: dry_run, signal });
  },
});
