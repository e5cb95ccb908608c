import { avroLintRules } from './avro/avro-lint-rules.ts';
import { jsonLintRules } from './json/lint-json-schema.ts';
import type { LintRuleDescription } from './lint-rule.ts';
import { protobufLintRules } from './protobuf/lint-protobuf-schema.ts';

/** What {@link lintSchema} looks for, to document it and to know what can be switched. */
export const lintRules: readonly LintRuleDescription[] = [
  ...avroLintRules,
  ...jsonLintRules,
  ...protobufLintRules,
];
