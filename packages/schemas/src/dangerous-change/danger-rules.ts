import { avroDangerRules } from './avro/avro-danger-rules.ts';
import type { DangerRuleDescription } from './dangerous-change.ts';
import { jsonDangerRules } from './json/find-json-dangers.ts';
import { protobufDangerRules } from './protobuf/find-protobuf-dangers.ts';

/** What {@link findDangerousChanges} looks for, to document it. */
export const dangerRules: readonly DangerRuleDescription[] = [
  ...avroDangerRules,
  ...jsonDangerRules,
  ...protobufDangerRules,
];
