import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { LintFinding, LintLevel, LintRuleDescription } from '../lint-rule.ts';

export const jsonLintRules: readonly LintRuleDescription[] = [];

export function lintJsonSchema(
  _schema: JsonSchema,
  _rules: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  throw notKnownYet('Suggestions for improvements');
}
