import type { LintRuleDescription } from '../lint-rule.ts';
import { combinationRules } from './combination-rules.ts';
import { documentationRules } from './documentation-rules.ts';
import { evolutionRules } from './evolution-rules.ts';
import { formatRules } from './format-rules.ts';
import type { JsonLintRule } from './json-lint-rule.ts';
import { keywordRules } from './keyword-rules.ts';
import { namingRules } from './naming-rules.ts';
import { patternRules } from './pattern-rules.ts';
import { referenceRules } from './reference-rules.ts';
import { structureRules } from './structure-rules.ts';
import { valueRules } from './value-rules.ts';

/** All rules about JSON Schema, in the order in which their findings are told. */
export const jsonRuleTable: readonly JsonLintRule[] = [
  ...referenceRules,
  ...valueRules,
  ...keywordRules,
  ...patternRules,
  ...combinationRules,
  ...structureRules,
  ...evolutionRules,
  ...formatRules,
  ...namingRules,
  ...documentationRules,
];

/** The rules about JSON Schema. */
export const jsonLintRules: readonly LintRuleDescription[] = jsonRuleTable.map(
  ({ id, group, severity, summary }) => ({ id, group, severity, summary, appliesTo: ['JSON'] }),
);
