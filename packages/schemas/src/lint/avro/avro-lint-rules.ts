import type { LintRuleDescription } from '../lint-rule.ts';
import { attributeRules } from './attribute-rules.ts';
import type { AvroLintRule } from './avro-lint-rule.ts';
import { documentationRules } from './documentation-rules.ts';
import { evolutionRules } from './evolution-rules.ts';
import { logicalTypeRules } from './logical-type-rules.ts';
import { meaningRules } from './meaning-rules.ts';
import { namingRules } from './naming-rules.ts';
import { reservedWordRules } from './reserved-word-rules.ts';
import { structureRules } from './structure-rules.ts';

/** All rules about Avro, in the order in which their findings are told. */
export const avroRuleTable: readonly AvroLintRule[] = [
  ...namingRules,
  ...reservedWordRules,
  ...documentationRules,
  ...evolutionRules,
  ...logicalTypeRules,
  ...meaningRules,
  ...structureRules,
  ...attributeRules,
];

/** The rules about Avro. */
export const avroLintRules: readonly LintRuleDescription[] = avroRuleTable.map(
  ({ id, group, severity, summary }) => ({ id, group, severity, summary, appliesTo: ['AVRO'] }),
);
