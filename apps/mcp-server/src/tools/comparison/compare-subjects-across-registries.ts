import * as z from 'zod';
import { compareSides } from '../../comparing-registries/compare-sides.ts';
import { subjectsOf } from '../../comparing-registries/read-sides.ts';
import {
  comparedContexts,
  comparedParts,
  comparedRegistries,
  comparison,
} from '../comparison-answers.ts';
import { defineTool } from '../define-tool.ts';

export const compareSubjectsAcrossRegistries = defineTool({
  name: 'compare_subjects_across_registries',
  title: 'Compare subjects of two registries',
  summary:
    'Compare named subjects, version by version, with those of another registry or of another context.',
  input: z.object({
    ...comparedRegistries,
    subjects: z.array(z.string()).min(1).max(1000).describe('Names.'),
    ...comparedContexts,
    context: z.string().optional().describe('Context of the source; default `.`.'),
    ...comparedParts,
  }),
  output: z.object(comparison),
  effect: 'read',
  place: 'registries',
  long: true,
  pages: 'subjects',
  alongside: ['contexts', 'changes', 'unknown'],
  async run({ subjects, context, target_context, ...parts }, { compared }, call) {
    const sides = compared({ context, targetContext: target_context });
    const named = subjectsOf(sides, { source: subjects, target: subjects });
    return compareSides(named, parts, call);
  },
});
