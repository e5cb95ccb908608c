import type { Rule } from '@srkit/registry-protocol';
import { internalError, rejectionWith } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { ruleDefaults, ruleLists, type SentRule, type SentRuleSet } from './sent-rule-set.ts';

type Mode = NonNullable<Rule['mode']>;

const ofMigration: readonly Mode[] = ['UPGRADE', 'DOWNGRADE', 'UPDOWN'];
const ofData: readonly Mode[] = ['WRITE', 'READ', 'WRITEREAD'];
/** Modes in which a rule runs in two directions, and may do another thing in each. */
const ofTwo: readonly Mode[] = ['WRITEREAD', 'UPDOWN'];

const modesOf = {
  migrationRules: { modes: ofMigration, name: 'Migration' },
  domainRules: { modes: ofData, name: 'Domain' },
  encodingRules: { modes: ofData, name: 'Encoding' },
} as const satisfies Record<(typeof ruleLists)[number], object>;

/** How many UTF-16 units a name has at most. */
const longestName = 64;

/**
 * Checks the rules that a request brings. Community Edition drops them, whatever they are.
 *
 * @throws Rejection 42210; 500 for null in a list of rules
 */
export function checkRuleSet(
  { edition }: Pick<Registry, 'edition'>,
  sent: SentRuleSet | null | undefined,
): void {
  if (!sent || edition === 'community') return;
  const names = new Set<string>();
  for (const list of ruleLists)
    for (const rule of sent[list] ?? []) {
      if (rule === null) throw internalError();
      checkRule(rule, names);
      const { modes, name } = modesOf[list];
      if (!modes.includes(modeOf(rule)))
        throw refused(`${name} rules can only be ${modes.join(', ')}`);
    }
}

/** @param names of the rules before it; its own is added */
function checkRule(rule: SentRule, names: Set<string>): void {
  const { name, type } = rule;
  if (typeof name === 'string' && names.has(name))
    throw refused(`Found rule with duplicate name '${name}'`);
  names.add(checkName(name));
  if (typeof type !== 'string') throw refused('Missing rule type');
  const isPair = [rule.onSuccess, rule.onFailure].some((action) => action?.includes(','));
  if (isPair && !ofTwo.includes(modeOf(rule)))
    throw refused('Multiple actions only valid with WRITEREAD and UPDOWN');
}

function checkName(name: string | null | undefined): string {
  if (typeof name !== 'string') throw refused('Missing rule name');
  if (name === '') throw refused('Empty rule name');
  if (name.length > longestName) throw refused('Rule name too long');
  // The real registry looks at UTF-16 units: a letter that takes two of them is none.
  const [first = '', ...others] = name.split('');
  if (!/[\p{L}_]/u.test(first)) throw refused(`Illegal initial character in rule name: ${name}`);
  if (!others.every((unit) => /[\p{L}\p{Nd}_-]/u.test(unit)))
    throw refused(`Illegal character in rule name: ${name}`);
  return name;
}

function modeOf({ mode }: SentRule): Mode {
  return mode ?? ruleDefaults.mode;
}

function refused(message: string) {
  return rejectionWith(42210, message);
}
