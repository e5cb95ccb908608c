import * as z from 'zod';
import { removeAlias } from '../../preview/change-alias.ts';
import { aliasChanged } from '../answers.ts';
import { alias, dryRun } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const deleteSubjectAlias = defineTool({
  name: 'delete_subject_alias',
  title: 'Remove an alias',
  summary: 'Remove an alias. The subject that it stood for stays as it is.',
  input: z.object({ alias, dry_run: dryRun }),
  output: z.object(aliasChanged),
  effect: 'destroy',
  place: 'alias',
  async run({ alias, dry_run }, { client, context }, { signal }) {
    return removeAlias({ client, context, subject: alias }, { dryRun: dry_run, signal });
  },
});
