import * as z from 'zod';
import { configFacts } from '../../reading/config-fields.ts';
import { configInForce } from '../../reading/setting-in-force.ts';
import { config, source } from '../answers.ts';
import { subject } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

export const getSubjectConfig = defineTool({
  name: 'get_subject_config',
  title: 'Get the configuration of a subject',
  summary:
    'Read the configuration that applies to a subject, and whether it is its own or inherited.',
  input: z.object({ subject }),
  output: z.object({ config, source, inherited: z.boolean() }),
  effect: 'read',
  place: 'subject',
  async run({ subject }, { client, context }, { signal }) {
    const { value, source } = await configInForce({ client, context, subject }, { signal });
    return { config: configFacts(value), source, inherited: source !== 'subject' };
  },
});
