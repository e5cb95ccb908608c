import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { DangerousChange, DangerRuleDescription } from '../dangerous-change.ts';

export const protobufDangerRules: readonly DangerRuleDescription[] = [];

export function findProtobufDangers(
  _before: ProtobufSchema,
  _after: ProtobufSchema,
): DangerousChange[] {
  throw notKnownYet('Dangerous changes');
}
