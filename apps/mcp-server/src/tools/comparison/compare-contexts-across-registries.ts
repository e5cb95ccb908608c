import * as z from 'zod';
import { compareSides } from '../../comparing-registries/compare-sides.ts';
import {
  comparedContexts,
  comparedParts,
  comparedRegistries,
  comparison,
} from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

export const compareContextsAcrossRegistries = defineTool({
  name: 'compare_contexts_across_registries',
  title: 'Compare two contexts',
  summary:
    'Compare a context with the one of its name in another registry, or with another one, of the same registry too.',
  input: z.object({
    ...comparedRegistries,
    ...comparedContexts,
    context: z.string().describe('Context of the source; `.` is the default one.'),
    ...comparedParts,
  }),
  output: z.object(comparison),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'subjects',
  alongside: ['contexts', 'changes', 'unknown'],
  async run({ context, target_context: targetContext, ...parts }, { compared }, call) {
    return compareSides(compared({ context, targetContext }), parts, call);
  },
});
