import { checkRegistry } from '@srkit/registries';
import * as z from 'zod';
import { describeHealth } from '../../registries/describe-health.ts';
import { healthFacts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const testRegistryConnection = defineTool({
  name: 'test_registry_connection',
  title: 'Test the connection to a registry',
  summary:
    'Test whether a registry answers, how fast, what it is, and what is in the way if it does not.',
  input: z.object({}),
  output: z.object(healthFacts),
  effect: 'read',
  place: 'registry',
  async run(_input, { registry }, { signal }) {
    return describeHealth(await checkRegistry(registry, { signal }));
  },
});
