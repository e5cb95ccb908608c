import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { DangerousChange, DangerRuleDescription } from '../dangerous-change.ts';

export const jsonDangerRules: readonly DangerRuleDescription[] = [];

export function findJsonDangers(_before: JsonSchema, _after: JsonSchema): DangerousChange[] {
  throw notKnownYet('Dangerous changes');
}
