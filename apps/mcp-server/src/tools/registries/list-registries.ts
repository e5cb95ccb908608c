import * as z from 'zod';
import { describeRegistry } from '../../registries/describe-registry.ts';
import { registryFacts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

export const listRegistries = defineTool({
  name: 'list_registries',
  title: 'List registries',
  summary:
    'List the registries that this server works with: name, address, default, whether view-only. Asks none of them.',
  input: z.object({}),
  output: z.object({
    registries: z.array(z.object(registryFacts)),
    total_registries: z.int(),
    default_registry: z.string().describe('Meant where a call names none.'),
  }),
  effect: 'read',
  place: 'server',
  pages: 'registries',
  async run(_input, { registries }) {
    return {
      registries: registries.names.map((name) =>
        describeRegistry(registries.get(name), registries),
      ),
      total_registries: registries.names.length,
      default_registry: registries.default,
    };
  },
});
