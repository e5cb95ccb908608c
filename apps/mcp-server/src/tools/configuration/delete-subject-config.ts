import * as z from 'zod';
import { removeConfig } from '../../preview/change-config.ts';
import { configChanged, source } from '../answers.ts';
import { dryRun, subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const deleteSubjectConfig = defineTool({
  name: 'delete_subject_config',
  title: 'Remove the configuration of a subject',
  summary: 'Remove the own configuration of a subject, its alias too, so that it inherits again.',
  input: z.object({ subject, dry_run: dryRun }),
  output: z.object({ ...configChanged, after_source: source }),
  effect: 'destroy',
  place: 'subject',
  async run({ subject, dry_run }, { client, context }, { signal }) {
    return removeConfig({ client, context, subject }, { dryRun: dry_run, signal });
  },
});
