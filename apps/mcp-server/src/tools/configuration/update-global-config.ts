import * as z from 'zod';
import { changeConfig } from '../../preview/change-config.ts';
import { configChanged } from '../answers.ts';
import { configChange, dryRun } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const updateGlobalConfig = defineTool({
  name: 'update_global_config',
  title: 'Change the configuration of a context',
  summary:
    "Change what a context applies to its subjects ('__GLOBAL' as context: to all contexts).",
  input: z.object({ ...configChange, dry_run: dryRun }),
  output: z.object(configChanged),
  effect: 'destroy',
  place: 'context',
  async run({ dry_run, clear = [], ...set }, { client, context }, { signal }) {
    return changeConfig({ client, context }, { set, clear }, { dryRun: dry_run, signal });
  },
});
