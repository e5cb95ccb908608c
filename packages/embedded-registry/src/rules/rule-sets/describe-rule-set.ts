import type { Rule, RuleSet } from '@srkit/registry-protocol';

/** A rule set as messages show it. */
export function describeRuleSet(ruleSet: RuleSet | null): string {
  if (!ruleSet) return 'null';
  const { migrationRules = [], domainRules = [], encodingRules = [], enableAt = null } = ruleSet;
  return `Rules{migrationRules=${listOf(migrationRules)}, domainRules=${listOf(domainRules)}, encodingRules=${listOf(encodingRules)}, enableAt=${enableAt}}`;
}

function listOf(rules: readonly Rule[]): string {
  return `[${rules.map(describeRule).join(', ')}]`;
}

function describeRule({ name, kind, mode, disabled, ...rest }: Rule): string {
  const { doc, type, expr, onSuccess, onFailure } = rest;
  const tags = (rest.tags ?? []).join(', ');
  const params = Object.entries(rest.params ?? {}).map(([key, value]) => `${key}=${value}`);
  return `Rule{name=${name}, doc=${doc ?? null}, kind=${kind}, mode=${mode}, type='${type ?? null}', tags='[${tags}]', params='{${params.join(', ')}}', expr='${expr ?? null}', onSuccess='${onSuccess ?? null}', onFailure='${onFailure ?? null}', disabled='${disabled}'}`;
}
