import * as z from 'zod';
import { switchDefault } from '../../registries/switch-default.ts';
import { defineTool } from '../define-tool.ts';

export const switchDefaultRegistry = defineTool({
  name: 'switch_default_registry',
  title: 'Switch the default registry',
  summary:
    'Choose the registry that is meant where a call names none: for this connection only, until it ends. Changes no registry.',
  input: z.object({ registry: z.string().describe('The one that is to be the default.') }),
  output: z.object({
    default_registry: z.string(),
    previous_default: z.string(),
    view_only: z.boolean().describe('Whether the new default cannot be changed.'),
  }),
  effect: 'local',
  place: 'server',
  async run({ registry }, services) {
    return switchDefault(registry, services);
  },
});
