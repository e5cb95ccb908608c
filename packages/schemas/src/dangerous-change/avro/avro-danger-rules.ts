import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { DangerRuleDescription } from '../dangerous-change.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';
import { enumRules } from './enum-rules.ts';
import { fieldRules } from './field-rules.ts';
import { logicalTypeRules } from './logical-type-rules.ts';
import { nameRules } from './name-rules.ts';
import { promotionRules } from './promotion-rules.ts';

const table: readonly AvroDangerRule[] = [
  ...logicalTypeRules,
  ...promotionRules,
  ...enumRules,
  ...fieldRules,
  ...nameRules,
];

/** The rules for each kind of change, in the order in which they judge it. */
export const rulesByKind: ReadonlyMap<StructuralChangeKind, readonly AvroDangerRule[]> = new Map(
  table.flatMap(({ kinds }) =>
    kinds.map((kind) => [kind, table.filter((rule) => rule.kinds.includes(kind))]),
  ),
);

/** The rules about Avro. */
export const avroDangerRules: readonly DangerRuleDescription[] = table.map(
  ({ id, severity, summary }) => ({ id, severity, summary, appliesTo: ['AVRO'] }),
);
