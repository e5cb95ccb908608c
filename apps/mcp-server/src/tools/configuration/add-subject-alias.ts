import * as z from 'zod';
import { addAlias } from '../../preview/change-alias.ts';
import { aliasChanged } from '../answers.ts';
import { alias, dryRun } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const addSubjectAlias = defineTool({
  name: 'add_subject_alias',
  title: 'Add an alias',
  summary: 'Let a name stand for an existing subject: questions to the alias are answered from it.',
  input: z.object({
    alias,
    existing_subject: z.string().describe('Subject that it stands for.'),
    dry_run: dryRun,
  }),
  output: z.object({ ...aliasChanged, existing_subject: z.string() }),
  effect: 'destroy',
  place: 'alias',
  async run({ alias, existing_subject, dry_run }, { client, context }, { signal }) {
    const place = { client, context, subject: alias };
    return addAlias(place, existing_subject, { dryRun: dry_run, signal });
  },
});
