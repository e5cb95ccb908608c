import { partPath } from '../../field-walk/json/json-path.ts';
import { outlineJson } from '../../field-walk/json/outline-json.ts';
import { typeInWords } from '../../field-walk/json/type-in-words.ts';
import { runInOrder } from '../../field-walk/run-in-order.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { shorten } from '../say-value.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { ComparedSchema, Comparison, JsonChange } from './json-change.ts';
import { jsonIdentities } from './json-identity.ts';
import { matchDefinitions } from './match-definitions.ts';
import { withMovedFields } from './moved-fields.ts';
import { tellMoves } from './tell-moves.ts';

/**
 * All changes between two JSON Schemas, in the document order of the newer. Each definition of the
 * newer is compared once, at its first use, so the cost is linear; those that nothing uses come last.
 */
export function compareJson(before: JsonSchema, after: JsonSchema): JsonChange[] {
  if (before.text === after.text && before.references.length + after.references.length === 0) {
    return [];
  }
  const old: ComparedSchema = { schema: before, outline: outlineJson(before) };
  const next: ComparedSchema = { schema: after, outline: outlineJson(after) };
  const matches = matchDefinitions(old.outline, next.outline);
  const identity = jsonIdentities();
  const changes: JsonChange[] = [];
  const visited = new Set<JsonValue>();

  function run(first: (comparison: Comparison) => void): void {
    runInOrder((later) => {
      const comparison: Comparison = {
        old,
        next,
        matches,
        later,
        identity,
        report: (change) => changes.push(change),
        visit({ value }) {
          if (visited.has(value)) return false;
          visited.add(value);
          return true;
        },
        compare(was, is, place) {
          compareSchemas(was, is, place, comparison);
        },
      };
      first(comparison);
    });
  }

  const root = { path: '', was: {}, is: {}, context: [] };
  run(({ compare }) =>
    compare(old.outline.links.documents.root, next.outline.links.documents.root, root),
  );
  const pathOf = ({ outline }: ComparedSchema, name: string, { value }: SchemaPlace): string =>
    (isJsonObject(value) ? outline.types.get(value)?.path : undefined) ?? partPath('', name);
  for (const [name, is] of next.outline.definitions) {
    if (is.document !== undefined || visited.has(is.value)) continue;
    const was = matches.earlier(is);
    const path = pathOf(next, name, is);
    if (was !== undefined) run(({ compare }) => compare(was, is, { ...root, path }));
    else {
      const words = typeInWords(is, next.outline);
      const message = `The definition ${shorten(name)} is new${words === name ? '' : `: ${words}`}.`;
      changes.push({
        ...root,
        kind: 'type_added',
        path,
        after: name,
        message,
        is: { place: is },
        keyword: '$defs',
      });
    }
  }
  for (const [name, was] of old.outline.definitions) {
    if (was.document !== undefined || matches.later(was) !== undefined) continue;
    const words = typeInWords(was, old.outline);
    const path = pathOf(old, name, was);
    const message = `The definition ${shorten(name)} is gone${words === name ? '' : `: ${words}`}.`;
    changes.push({
      ...root,
      kind: 'type_removed',
      path,
      before: name,
      message,
      was: { place: was },
      keyword: '$defs',
    });
  }
  return [...withMovedFields(changes, identity), ...tellMoves(next.outline, matches)];
}
