import type { Rule, RuleSet } from '@srkit/registry-protocol';

/** A rule as a request brings it: any part may be missing. */
export interface SentRule {
  name?: string | null;
  doc?: string | null;
  kind?: Rule['kind'] | null;
  mode?: Rule['mode'] | null;
  type?: string | null;
  tags?: readonly (string | null)[] | null;
  params?: Readonly<Record<string, string | null>> | null;
  expr?: string | null;
  onSuccess?: string | null;
  onFailure?: string | null;
  disabled?: boolean | null;
}

/** The rules of a data contract as a request brings them. */
export interface SentRuleSet {
  migrationRules?: readonly (SentRule | null)[] | null;
  domainRules?: readonly (SentRule | null)[] | null;
  encodingRules?: readonly (SentRule | null)[] | null;
  enableAt?: RuleSet['enableAt'] | null;
}

/** The lists of a rule set, in the order in which they are checked, hashed and shown. */
export const ruleLists = ['migrationRules', 'domainRules', 'encodingRules'] as const;

/** What a rule is where it does not say. */
export const ruleDefaults = { kind: 'TRANSFORM', mode: 'WRITEREAD' } as const;
