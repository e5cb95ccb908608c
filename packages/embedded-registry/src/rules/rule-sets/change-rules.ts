import type { RuleSet } from '@srkit/registry-protocol';
import { mergeRuleSets } from './merge-rule-sets.ts';
import { ruleSetOf } from './read-rule-set.ts';

/** What is to change about the rules of a version. */
export interface RuleChanges {
  /** Rules that are added, or take the place of those of their names. */
  merge: RuleSet | null;
  /** Names of rules, of whatever list; those that are merged too. */
  remove: readonly (string | null)[];
}

/** Rules with changes; null where there are none and none are merged. */
export function changeRules(
  before: RuleSet | null,
  { merge, remove }: RuleChanges,
): RuleSet | null {
  const merged = mergeRuleSets(before, merge);
  if (!merged || remove.length === 0) return merged;
  const removed = new Set(remove);
  return ruleSetOf(
    (list) => (merged[list] ?? []).filter(({ name }) => !removed.has(name)),
    merged.enableAt,
  );
}
