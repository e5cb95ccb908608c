import * as z from 'zod';
import { describeMissing } from '../../demo/describe-missing.ts';
import { nameInside } from '../../policy/resolve-place.ts';
import { listSubjects as readSubjects } from '../../reading/list-subjects.ts';
import { deleted } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const listSubjects = defineTool({
  name: 'list_subjects',
  title: 'List subjects',
  summary:
    'List the subjects of one context, or of every one (then named like `:.staging:orders`).',
  input: z.object({
    prefix: z.string().optional().describe('Only names that begin so.'),
    deleted,
  }),
  output: z.object({
    subjects: z.array(z.string()).describe('Names, as other tools take them.'),
    not_registered: z
      .array(z.object({ file: z.string(), reason: z.string() }))
      .optional()
      .describe('Files of the demo that the registry did not take; the log names all.'),
    total_not_registered: z.int().optional().describe('How many files that are.'),
  }),
  effect: 'read',
  place: 'every_context',
  pages: 'subjects',
  async run({ prefix = '', deleted }, { client, context, notRegistered }, { signal }) {
    const listed = await readSubjects(client, context, { deleted, signal });
    const names = listed.map((name) => nameInside(context, name));
    return {
      subjects: names.filter((name) => name.startsWith(prefix)),
      ...describeMissing(notRegistered()),
    };
  },
});
