import type { Rule, RuleSet } from '@srkit/registry-protocol';
import type { ConfigRecord } from '../../state/records.ts';
import { ruleSetOf } from './read-rule-set.ts';

/** Lays one rule set over another: a rule of the upper one takes the place of that of its name in the same list, and comes last. */
export function mergeRuleSets(lower: RuleSet | null, upper: RuleSet | null): RuleSet | null {
  if (!lower || !upper) return upper ?? lower;
  return ruleSetOf(
    (list) => mergeRules(lower[list] ?? [], upper[list] ?? []),
    upper.enableAt ?? lower.enableAt,
  );
}

/**
 * The rules that a new version gets: what was sent, or else the previous version's, over the configured defaults and under the
 * configured overrides.
 */
export function ruleSetForVersion(
  { defaultRuleSet, overrideRuleSet }: ConfigRecord,
  sent: RuleSet | null,
  previous: RuleSet | null,
): RuleSet | null {
  const own = mergeRuleSets(defaultRuleSet ?? null, sent ?? previous);
  return mergeRuleSets(own, overrideRuleSet ?? null);
}

function mergeRules(lower: readonly Rule[], upper: readonly Rule[]): Rule[] {
  const names = new Set(upper.map(({ name }) => name));
  return [...lower.filter(({ name }) => !names.has(name)), ...upper];
}
