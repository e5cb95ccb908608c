import * as z from 'zod';
import { modeInForce } from '../../reading/setting-in-force.ts';
import { mode, source } from '../answers.ts';
import { subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSubjectMode = defineTool({
  name: 'get_subject_mode',
  title: 'Get the mode of a subject',
  summary: 'Read the mode that applies to a subject, and whether it is its own or inherited.',
  input: z.object({ subject }),
  output: z.object({ mode, source, inherited: z.boolean() }),
  effect: 'read',
  place: 'subject',
  async run({ subject }, { client, context }, { signal }) {
    const { value, source } = await modeInForce({ client, context, subject }, { signal });
    return { mode: value, source, inherited: source !== 'subject' };
  },
});
