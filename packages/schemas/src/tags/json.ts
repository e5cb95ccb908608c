import { inlineTags } from '../field-walk/find-tags.ts';
import { groupBy } from '../group-by.ts';
import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject } from '../lossless-json/value.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';
import type { JsonPart } from './json-parts.ts';
import { partsOf } from './json-parts.ts';
import { collectTags } from './tag-collector.ts';
import type { TagPlaces } from './tag-places.ts';
import type { TaggedEntity } from './tagged-entity.ts';
import { normalizedPath } from './tagged-entity.ts';
import { withJsonTags } from './write-json-tags.ts';

/** In characters of paths that are looked up. */
const GREATEST_EFFORT = 200_000_000;

/**
 * The tagged objects and properties of a JSON Schema, in its own text. A property that is an object is a field and a record,
 * and both have the tags that stand there. What a `$ref` leads to is found where it is defined.
 */
export function findJsonTags({ value, draft }: JsonSchema): readonly TaggedEntity[] {
  const collector = collectTags();
  function visit(schema: JsonObject, prefix: string): void {
    for (const { path, node, role } of partsOf(schema, draft)) {
      const full = prefix + path;
      if (role !== 'inner')
        collector.take(full, role === 'record' ? 'sr_record' : 'sr_field', inlineTags(node));
      if (role !== 'record') visit(node, `${full}.`);
    }
  }
  if (isJsonObject(value)) visit(value, '');
  return collector.found;
}

/** The parts of one schema by their paths. */
interface PartIndex {
  readonly byPath: ReadonlyMap<string, readonly JsonPart[]>;
  readonly longest: number;
}

/** Where tags stand in a JSON Schema. */
export function jsonTagPlaces({ value, draft }: JsonSchema): TagPlaces<JsonObject> {
  const indexes = new Map<JsonObject, PartIndex>();
  let effort = 0;

  function indexOf(schema: JsonObject): PartIndex {
    const known = indexes.get(schema);
    if (known !== undefined) return known;
    const byPath = groupBy(partsOf(schema, draft), ({ path }) => path);
    const longest = [...byPath.keys()].reduce((most, { length }) => Math.max(most, length), 0);
    const index = { byPath, longest };
    indexes.set(schema, index);
    return index;
  }

  /** The parts that a path may lead to from a schema, since names may hold dots too; `end` is where each ends in the path. */
  function partsAhead(schema: JsonObject, path: string, from: number) {
    const { byPath, longest } = indexOf(schema);
    const ahead: { part: JsonPart; end: number }[] = [];
    for (const end of endsOfNames(path, from)) {
      if (end - from > longest) break;
      effort += end - from;
      if (effort > GREATEST_EFFORT) throw tooMuchEffort();
      for (const part of byPath.get(path.slice(from, end)) ?? []) ahead.push({ part, end });
    }
    return ahead;
  }

  return {
    find({ entityPath, entityType }) {
      const path = normalizedPath(entityPath);
      const role = entityType === 'sr_record' ? 'record' : 'field';
      const entered = new Map<JsonObject, Set<number>>();
      const open = isJsonObject(value) ? [{ schema: value, from: 0 }] : [];
      for (let place = open.pop(); place !== undefined; place = open.pop()) {
        const { schema, from } = place;
        const before = entered.get(schema) ?? new Set();
        if (before.has(from)) continue;
        entered.set(schema, before.add(from));
        const ahead = partsAhead(schema, path, from);
        const here = ahead.find(({ part, end }) => end === path.length && part.role === role);
        if (here !== undefined) return here.part.node;
        for (const { part, end } of ahead.reverse()) {
          if (end < path.length && part.role !== 'record')
            open.push({ schema: part.node, from: end + 1 });
        }
      }
      return undefined;
    },
    tagsAt: inlineTags,
    print: (tags) => printLosslessJson(withJsonTags(value, tags)),
  };
}

/** Every place after `from` where a path may be cut. */
function* endsOfNames(path: string, from: number): Generator<number> {
  for (let end = path.indexOf('.', from); end >= 0; end = path.indexOf('.', end + 1)) yield end;
  yield path.length;
}

function tooMuchEffort(): SchemaError {
  const details = 'Names with dots make too many ways to read the paths of what is to be tagged';
  return new SchemaError(`${details}. Change fewer tags at once.`, { code: 'too_large', details });
}
