import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { DangerRuleDescription } from '../dangerous-change.ts';
import type { JsonDangerRule } from './json-danger-rule.ts';
import { meaningRules } from './meaning-rules.ts';
import { objectRules } from './object-rules.ts';
import { unseenRules } from './unseen-rules.ts';
import { valueRules } from './value-rules.ts';

const table: readonly JsonDangerRule[] = [
  ...valueRules,
  ...objectRules,
  ...unseenRules,
  ...meaningRules,
];

/** The rules for each kind of change, in the order in which they judge it. */
export const rulesByKind: ReadonlyMap<StructuralChangeKind, readonly JsonDangerRule[]> = new Map(
  table.flatMap(({ kinds }) =>
    kinds.map((kind) => [kind, table.filter((rule) => rule.kinds.includes(kind))]),
  ),
);

/** The rules about JSON Schema. */
export const jsonDangerRules: readonly DangerRuleDescription[] = table.map(
  ({ id, severity, summary }) => ({ id, severity, summary, appliesTo: ['JSON'] }),
);
