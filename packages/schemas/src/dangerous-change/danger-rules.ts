import { avroDangerRules } from './avro/avro-danger-rules.ts';
import type { DangerRuleDescription } from './dangerous-change.ts';
import { jsonDangerRules } from './json/json-danger-rules.ts';
import { protobufDangerRules } from './protobuf/protobuf-danger-rules.ts';

/** What {@link findDangerousChanges} looks for, to document it. */
export const dangerRules: readonly DangerRuleDescription[] = [
  ...avroDangerRules,
  ...jsonDangerRules,
  ...protobufDangerRules,
];
