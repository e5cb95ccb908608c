import * as z from 'zod';
import { changeConfig } from '../../preview/change-config.ts';
import { configChanged } from '../answers.ts';
import { configChange, dryRun, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const updateSubjectConfig = defineTool({
  name: 'update_subject_config',
  title: 'Change the configuration of a subject',
  summary: 'Change the configuration of a subject; fields that are not given stay as they are.',
  input: z.object({ subject, ...configChange, dry_run: dryRun }),
  output: z.object(configChanged),
  effect: 'destroy',
  place: 'subject',
  async run({ subject, dry_run, clear = [], ...set }, { client, context }, { signal }) {
    return changeConfig({ client, context, subject }, { set, clear }, { dryRun: dry_run, signal });
  },
});
