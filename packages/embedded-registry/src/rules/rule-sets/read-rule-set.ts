import type { Rule, RuleSet } from '@srkit/registry-protocol';
import { internalError } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { ruleDefaults, ruleLists, type SentRule, type SentRuleSet } from './sent-rule-set.ts';

/**
 * A sent rule set in the form in which it is kept and shown: kinds and modes are filled in, tags and parameters sorted, and
 * what is empty is left out. Community Edition drops it without a word.
 *
 * @returns null where nothing is sent or kept; a set without rules is one nevertheless
 * @throws Rejection 500 for null in a list of rules, in tags or as a parameter, where the real registry fails too
 */
export function readRuleSet(
  { edition }: Pick<Registry, 'edition'>,
  sent: SentRuleSet | null | undefined,
): RuleSet | null {
  if (!sent || edition === 'community') return null;
  return ruleSetOf((list) => withoutNull(sent[list]).map(readRule), sent.enableAt);
}

/** A rule set of lists, the empty ones left out. */
export function ruleSetOf(
  rulesOf: (list: (typeof ruleLists)[number]) => Rule[],
  enableAt: SentRuleSet['enableAt'],
): RuleSet {
  const lists = ruleLists.map((list): [string, Rule[]] => [list, rulesOf(list)]);
  return {
    ...Object.fromEntries(lists.filter(([, rules]) => rules.length > 0)),
    ...(enableAt && { enableAt }),
  };
}

function readRule({ name, doc, kind, mode, type, expr, ...rest }: SentRule): Rule {
  const { onSuccess, onFailure } = rest;
  const tags = [...new Set(withoutNull(rest.tags))].sort();
  const params = Object.entries(rest.params ?? {}).map(([key, value]): [string, string] => {
    if (value === null) throw internalError();
    return [key, value];
  });
  return {
    name: name ?? '',
    ...(doc && { doc }),
    kind: kind ?? ruleDefaults.kind,
    mode: mode ?? ruleDefaults.mode,
    ...(type && { type }),
    ...(tags.length > 0 && { tags }),
    ...(params.length > 0 && {
      params: Object.fromEntries(params.sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
    ...(expr && { expr }),
    ...(onSuccess && { onSuccess }),
    ...(onFailure && { onFailure }),
    disabled: rest.disabled ?? false,
  };
}

function withoutNull<Item>(items: readonly (Item | null)[] | null | undefined): Item[] {
  return (items ?? []).map((item) => {
    if (item === null) throw internalError();
    return item;
  });
}
