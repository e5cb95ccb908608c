import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { DangerRuleDescription } from '../dangerous-change.ts';
import { enumRules } from './enum-rules.ts';
import { fileRules } from './file-rules.ts';
import { nameRules } from './name-rules.ts';
import { numberRules } from './number-rules.ts';
import { oneofRules } from './oneof-rules.ts';
import { presenceRules } from './presence-rules.ts';
import type { ProtobufDangerRule } from './protobuf-danger-rule.ts';
import { scalarRules } from './scalar-rules.ts';

const table: readonly ProtobufDangerRule[] = [
  ...numberRules,
  ...scalarRules,
  ...presenceRules,
  ...oneofRules,
  ...nameRules,
  ...enumRules,
  ...fileRules,
];

/** The rules for each kind of change, in the order in which they judge it. */
export const rulesByKind: ReadonlyMap<StructuralChangeKind, readonly ProtobufDangerRule[]> =
  new Map(
    table.flatMap(({ kinds }) =>
      kinds.map((kind) => [kind, table.filter((rule) => rule.kinds.includes(kind))]),
    ),
  );

/** The rules about Protobuf. */
export const protobufDangerRules: readonly DangerRuleDescription[] = table.map(
  ({ id, severity, summary }) => ({ id, severity, summary, appliesTo: ['PROTOBUF'] }),
);
