import * as z from 'zod';
import { configFacts } from '../../reading/config-fields.ts';
import { configInForce } from '../../reading/setting-in-force.ts';
import { config, source } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const getGlobalConfig = defineTool({
  name: 'get_global_config',
  title: 'Get the configuration of a context',
  summary:
    'Read what a context applies to its subjects: compatibility level, normalization and more.',
  input: z.object({}),
  output: z.object({ config, source }),
  effect: 'read',
  place: 'context',
  async run(_input, { client, context }, { signal }) {
    const { value, source } = await configInForce({ client, context }, { signal });
    return { config: configFacts(value), source };
  },
});
