import { levelsFor } from './accepting-levels.ts';
import type { JsonDangerRule } from './json-danger-rule.ts';
import { strictnessOf } from './strictness.ts';

/** What a registry does not compare, although a validator checks it. */
export const unseenRules: readonly JsonDangerRule[] = [
  {
    id: 'restriction-not-compared',
    kinds: [
      'constraint_added',
      'constraint_changed',
      'constraint_removed',
      'content_model_changed',
      'type_changed',
      'made_required',
      'made_not_nullable',
      'symbol_removed',
      'branch_added',
      'branch_removed',
    ],
    severity: 'error',
    summary:
      'Values that fitted do not fit any more, or the reverse, and a registry does not see it.',
    judge(change, { acceptanceOf, oldFacts, newFacts, alike }) {
      if (['contentEncoding', 'contentMediaType'].includes(change.keyword)) return undefined;
      if (alike(change)[0] !== change) return undefined;
      const { was, is } = change;
      const facts = { was: oldFacts(was.place), is: newFacts(is.place) };
      const strictness = strictnessOf(change, facts);
      if (strictness === undefined) return undefined;
      const accepted = acceptanceOf(change);
      const why = sayWhy(change.keyword, change.context);
      if (strictness.stricter && accepted.backward) {
        return {
          message: `New readers refuse stored data that does not fit this, and a registry takes it: ${why}.`,
          advice: 'Make sure that all stored data fits, or use a new property or a new topic.',
          acceptedAt: levelsFor(accepted),
        };
      }
      if (!strictness.looser || !accepted.forward) return undefined;
      return {
        severity: 'warning',
        message: `Readers of the older schema refuse messages that fit only the new one, and a registry takes it: ${why}.`,
        advice: 'Move every reader to the new schema before such messages are written.',
        acceptedAt: levelsFor(accepted),
      };
    },
  },
];

function sayWhy(keyword: string, context: readonly string[]): string {
  if (keyword === 'required') return 'it counts a property with a default as one that is there';
  const unseen = [...context, keyword].findLast((name) => NOT_COMPARED.has(name));
  if (unseen !== undefined) return `it does not compare '${unseen}'`;
  if (context.includes('not')) return "it compares what stands in 'not' as if it were not negated";
  if (keyword === 'type') return 'it takes the other keywords for the type';
  return `it does not see this change of '${keyword}'`;
}

const NOT_COMPARED = new Set([
  'if',
  'then',
  'else',
  'contains',
  'minContains',
  'maxContains',
  'propertyNames',
  'patternProperties',
  'contentSchema',
  'unevaluatedItems',
]);
