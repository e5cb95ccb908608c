import * as z from 'zod';
import { compareSides } from '../../comparing-registries/compare-sides.ts';
import { comparedParts, comparedRegistries, comparison } from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

export const compareRegistries = defineTool({
  name: 'compare_registries',
  title: 'Compare two registries',
  summary:
    'Compare everything in two registries: contents, versions, ids, configurations, modes; and what would have to change.',
  input: z.object({ ...comparedRegistries, ...comparedParts }),
  output: z.object(comparison),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'subjects',
  alongside: ['contexts', 'changes', 'unknown'],
  async run(parts, { compared }, call) {
    return compareSides(compared({}), parts, call);
  },
});
