import * as z from 'zod';
import { modeInForce } from '../../reading/setting-in-force.ts';
import { mode, source } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const getMode = defineTool({
  name: 'get_mode',
  title: 'Get the mode of a context',
  summary: 'Read whether a context can be written to (READWRITE, READONLY, IMPORT, …).',
  input: z.object({}),
  output: z.object({ mode, source }),
  effect: 'read',
  place: 'context',
  async run(_input, { client, context }, { signal }) {
    const { value, source } = await modeInForce({ client, context }, { signal });
    return { mode: value, source };
  },
});
