import type { LintRuleDescription } from '../lint-rule.ts';
import { documentationRules } from './documentation-rules.ts';
import { enumRules } from './enum-rules.ts';
import { evolutionRules } from './evolution-rules.ts';
import { fileRules } from './file-rules.ts';
import { meaningRules } from './meaning-rules.ts';
import { namingRules } from './naming-rules.ts';
import { numberRules } from './number-rules.ts';
import type { ProtobufLintRule } from './protobuf-lint-rule.ts';
import { serviceRules } from './service-rules.ts';
import { structureRules } from './structure-rules.ts';

/** All rules about Protobuf, in the order in which their findings are told. */
export const protobufRuleTable: readonly ProtobufLintRule[] = [
  ...fileRules,
  ...namingRules,
  ...enumRules,
  ...serviceRules,
  ...documentationRules,
  ...evolutionRules,
  ...numberRules,
  ...meaningRules,
  ...structureRules,
];

/** The rules about Protobuf. */
export const protobufLintRules: readonly LintRuleDescription[] = protobufRuleTable.map(
  ({ id, group, severity, summary }) => ({ id, group, severity, summary, appliesTo: ['PROTOBUF'] }),
);
