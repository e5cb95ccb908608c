import type { CompatibilityPolicy } from '../../compatibility/difference.ts';
import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { outlineJson } from '../../field-walk/json/outline-json.ts';
import { ignoresSiblings } from '../../field-walk/json/schema-links.ts';
import { usedDefinitions } from '../../field-walk/json/used-definitions.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { compareJson } from '../../structural-difference/json/compare-json.ts';
import type { JsonChange } from '../../structural-difference/json/json-change.ts';
import type { DangerousChange } from '../dangerous-change.ts';
import { changeContext } from './change-context.ts';
import { rulesByKind } from './json-danger-rules.ts';

/** Changes of a JSON Schema that a registry takes although they harm. */
export function findJsonDangers(
  before: JsonSchema,
  after: JsonSchema,
  policy: CompatibilityPolicy,
): DangerousChange[] {
  const changes = compareJson(before, after);
  if (changes.length === 0) return [];
  const [old, next] = [outlineJson(before), outlineJson(after)];
  const context = changeContext({ before, after, old, next, policy }, changes);
  const matters = relevance(old, next);
  return changes.filter(matters).flatMap((change) =>
    (rulesByKind.get(change.kind) ?? []).flatMap(({ id, severity, judge }) => {
      const danger = judge(change, context);
      if (danger === undefined || danger.acceptedAt.length === 0) return [];
      return [{ rule: id, severity, path: change.path, ...danger }];
    }),
  );
}

/** Whether a change is one to what counts: not in a definition that nothing uses, nor beside an old `$ref`. */
function relevance(old: JsonOutline, next: JsonOutline): (change: JsonChange) => boolean {
  const [wasUsed, isUsed] = [usedDefinitions(old), usedDefinitions(next)];
  return ({ was, is, keyword, kind }) => {
    if (was.place !== undefined && !wasUsed(was.place)) return false;
    if (is.place !== undefined && !isUsed(is.place)) return false;
    if (keyword === '$ref' || kind.startsWith('doc_') || kind.startsWith('field_')) return true;
    const ignored = [
      was.place && ignoresSiblings(was.place, old.links),
      is.place && ignoresSiblings(is.place, next.links),
    ];
    return ignored.includes(false);
  };
}
