import { avroLintRules } from './avro/avro-lint-rules.ts';
import { jsonLintRules } from './json/json-lint-rules.ts';
import type { LintRuleDescription } from './lint-rule.ts';
import { protobufLintRules } from './protobuf/protobuf-lint-rules.ts';

/** What {@link lintSchema} looks for, to document it and to know what can be switched. */
export const lintRules: readonly LintRuleDescription[] = [
  ...avroLintRules,
  ...jsonLintRules,
  ...protobufLintRules,
];
