import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { LintFinding, LintLevel, LintRuleDescription } from '../lint-rule.ts';

export const protobufLintRules: readonly LintRuleDescription[] = [];

export function lintProtobufSchema(
  _schema: ProtobufSchema,
  _rules: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  throw notKnownYet('Suggestions for improvements');
}
