import * as z from 'zod';
import { describeRegistry } from '../../registries/describe-registry.ts';
import { inspectRegistry } from '../../registries/inspect-registry.ts';
import { config, healthFacts, mode, registryFacts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const getRegistryInfo = defineTool({
  name: 'get_registry_info',
  title: 'Get what a registry is',
  summary:
    'Read how a registry is set up here and how it is: health, vendor, version, abilities, mode, configuration, contexts.',
  input: z.object({}),
  output: z.object({
    ...registryFacts,
    ...healthFacts,
    commit_id: z.string().optional().describe('What its release was built from.'),
    cluster_id: z.string().optional().describe('The Kafka cluster that it keeps its schemas in.'),
    total_contexts: z.int().optional(),
    config: config.optional(),
    mode: mode.optional(),
    unknown: z
      .array(z.object({ fact: z.string(), reason: z.string() }))
      .optional()
      .describe('What it did not answer.'),
  }),
  effect: 'read',
  place: 'registry',
  async run(_input, { registry, registries }, { signal }) {
    return {
      ...describeRegistry(registry, registries),
      ...(await inspectRegistry(registry, { signal })),
    };
  },
});
