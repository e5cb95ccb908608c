import { checkRegistries } from '@srkit/registries';
import * as z from 'zod';
import { describeHealth, summarizeHealth } from '../../registries/describe-health.ts';
import { healthFacts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const testAllRegistries = defineTool({
  name: 'test_all_registries',
  title: 'Test the connections to all registries',
  summary: 'Test all registries at the same time: which are connected, degraded or down, and why.',
  input: z.object({}),
  output: z.object({
    summary: z.string().describe('For example `3/4 healthy, 1 down`.'),
    total_registries: z.int(),
    connected: z.int(),
    degraded: z.int(),
    down: z.int(),
    registries: z.array(z.object({ name: z.string(), ...healthFacts })),
  }),
  effect: 'read',
  place: 'server',
  pages: 'registries',
  async run(_input, { registries }, { signal }) {
    const all = await checkRegistries(registries, { signal });
    return {
      ...summarizeHealth(all),
      registries: all.map((health) => ({ name: health.registry, ...describeHealth(health) })),
    };
  },
});
