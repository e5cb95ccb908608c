import type { CompatibilityPolicy, Difference } from '../../compatibility/difference.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { shorten } from '../../structural-difference/say-value.ts';
import type { NearestDraft, NearestGoal } from '../draft.ts';
import { compareJson } from './compare-json.ts';
import { findDiffering, findPart, partAt } from './find-part.ts';
import type { JsonEditor } from './json-editor.ts';
import { editJson, propertyAt } from './json-editor.ts';
import { pathSteps } from './path-steps.ts';

const MOST_ROUNDS = 24;
/** In characters of the schemas that are compared, with a long past more. */
const GREATEST_EFFORT = 6_000_000;

/** Keywords that say nothing about which values go. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** Keywords of what a value may be, whose clash a union of old and new resolves. */
const WIDENED = /^(?:TYPE_|ENUM_|COMBINED_|SUM_|SCHEMA_ADDED)/;

/**
 * Changes a target where it clashes with earlier versions: first as little as may do (optional instead
 * of required, old or new instead of new), then back to what the version says, there and ever farther
 * around it.
 *
 * @returns undefined where that leads nowhere
 */
export function nearestJson(
  { target, versions, directions }: NearestGoal<JsonSchema>,
  policy: CompatibilityPolicy,
): NearestDraft | undefined {
  const reasons = new Map<string, string>();
  const attempts = new Map<string, number>();
  // A long past may at least be gone through four times.
  const past = versions.reduce((length, { text }) => length + text.length, 0);
  const limit = Math.max(GREATEST_EFFORT, versions.length > 10 ? 8 * past : 0);
  let effort = 0;
  let schema = target;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let changed = false;
    for (const version of versions) {
      effort += schema.text.length + version.text.length;
      if (effort > limit) return undefined;
      const differences = compareJson(schema, version, directions, policy);
      if (differences === undefined) return undefined;
      if (differences.length === 0) continue;
      const editor = editJson(schema, version);
      const treated = new Set<string>();
      for (const difference of differences) {
        // Many paths may lead through references to one place.
        const [place] = findDiffering(editor.value(), version.value, pathSteps(difference.path));
        const key = `${difference.direction} ${place?.join('/') ?? difference.path}`;
        if (treated.has(key)) continue;
        treated.add(key);
        const attempt = attempts.get(key) ?? 0;
        attempts.set(key, attempt + 1);
        giveWay(difference, attempt, version.value, editor, reasons);
      }
      const next = editor.finish();
      if (next === undefined) continue;
      changed = true;
      schema = next;
    }
    if (!changed) break;
  }
  return { draft: { schema, reasons } };
}

function giveWay(
  difference: Difference,
  attempt: number,
  version: JsonValue,
  editor: JsonEditor,
  reasons: Map<string, string>,
): void {
  const { path, direction } = difference;
  const steps = pathSteps(path);
  if (direction === 'backward' && attempt === 0) {
    const reason = giveWayALittle(difference, steps, version, editor);
    if (reason !== undefined) {
      reasons.set(path, reason);
      return;
    }
  }
  // Then what the version has there, what it refers to, and ever more around it.
  const tried = direction === 'backward' ? Math.max(0, attempt - 1) : attempt;
  if (tried === 1) {
    editor.restoreDefinitions(version);
    reasons.set('#/definitions', 'Leaves the definitions of earlier versions as they are.');
  }
  const reverted = steps.slice(0, Math.max(0, steps.length - Math.max(0, tried - 1)));
  revert(reverted, version, editor);
  const place = `#/${reverted.join('/')}`;
  // What was done further inside is undone by that.
  for (const other of [...reasons.keys()]) if (other.startsWith(place)) reasons.delete(other);
  const shown = reverted.length === 0 ? 'the whole schema' : `'${shorten(place)}'`;
  reasons.set(place, `Leaves ${shown} as earlier versions have it.`);
}

/** Takes more than the target does, so that older data fits; says what, or undefined where it does nothing. */
function giveWayALittle(
  { type, path }: Difference,
  steps: readonly string[],
  version: JsonValue,
  editor: JsonEditor,
): string | undefined {
  const place = `'${shorten(path)}'`;
  if (type.startsWith('REQUIRED_') && !type.includes('_TO_OPEN_')) {
    const property = propertyAt(editor.value(), steps);
    if (property === undefined || !editor.isRequired(property)) return undefined;
    editor.setRequired(property, false);
    return `Leaves '${shorten(property.name)}' optional: older data need not have it.`;
  }
  if (type.endsWith('_ADDED_TO_OPEN_CONTENT_MODEL')) {
    const at = findPart(editor.value(), steps);
    const part = at && partAt(editor.value(), at);
    if (at === undefined || part === undefined) return undefined;
    const notes = isJsonObject(part) ? [...part].filter(([each]) => ANNOTATIONS.has(each)) : [];
    editor.put(at, new Map(notes));
    return `Lets ${place} be anything: earlier versions are open there, so older data may have any value under that name.`;
  }
  if (!WIDENED.test(type) || !widen(steps, version, editor)) return undefined;
  return `Takes at ${place} what earlier versions take, beside what is new.`;
}

/** Puts a union of what a version takes and what the target takes in the target's place. */
function widen(steps: readonly string[], version: JsonValue, editor: JsonEditor): boolean {
  const [at, other] = findDiffering(editor.value(), version, steps);
  const part = at && partAt(editor.value(), at);
  const old = other && partAt(version, other);
  // The top of a document names its draft and definitions, which cannot be moved into a union.
  if (at === undefined || at.length === 0) return false;
  if (isJsonArray(part) && isJsonArray(old)) editor.put(at, distinct([...part, ...old]));
  else if (isJsonObject(part) && isJsonObject(old)) editor.put(at, unionOf(old, part));
  else return false;
  return true;
}

/** The old parts stay apart, as each of them has to find one that takes what it takes. */
function unionOf(old: JsonObject, next: JsonObject): JsonValue {
  const [oldValues, nextValues] = [old.get('enum'), next.get('enum')];
  if (isJsonArray(oldValues) && isJsonArray(nextValues)) {
    const copy = new Map(next).set('enum', distinct([...nextValues, ...oldValues]));
    return copy;
  }
  const branches = distinct([...partsOf(old), ...partsOf(next)]);
  const types = branches.map(typeOf);
  const notes = [...next].filter(([keyword]) => ANNOTATIONS.has(keyword));
  if (types.every((type) => type !== undefined)) return new Map([...notes, ['type', types]]);
  return new Map<string, JsonValue>([...notes, ['anyOf', branches]]);
}

/** What a schema is a choice of, if it is nothing else. */
function partsOf(schema: JsonObject): JsonValue[] {
  const keywords = [...schema.keys()].filter((keyword) => !ANNOTATIONS.has(keyword));
  const [keyword] = keywords;
  const parts = schema.get(keyword ?? '');
  if (keywords.length !== 1 || !isJsonArray(parts)) return [withoutNotes(schema)];
  if (keyword === 'anyOf' || keyword === 'oneOf') return [...parts];
  if (keyword !== 'type') return [withoutNotes(schema)];
  return parts.map((type) => new Map([['type', type]]));
}

function withoutNotes(schema: JsonObject): JsonObject {
  return new Map([...schema].filter(([keyword]) => !ANNOTATIONS.has(keyword)));
}

/** The type of a schema that says nothing else. */
function typeOf(schema: JsonValue): string | undefined {
  const type = isJsonObject(schema) && schema.size === 1 ? schema.get('type') : undefined;
  return typeof type === 'string' ? type : undefined;
}

function distinct(values: readonly JsonValue[]): JsonValue[] {
  const byText = new Map(
    values.map((value) => [printLosslessJson(value, { sortKeys: true }), value]),
  );
  return [...byText.values()];
}

/** Puts back what a version has at a place, or takes out what it does not have. */
function revert(steps: readonly string[], version: JsonValue, editor: JsonEditor): void {
  const key = steps.at(-1);
  if (key === undefined) {
    editor.put([], version);
    return;
  }
  const parent = steps.slice(0, -1);
  if (parent.at(-1) === 'required') {
    const [owner, other] = [
      findPart(editor.value(), parent.slice(0, -1)),
      findPart(version, parent.slice(0, -1)),
    ];
    if (owner === undefined || other === undefined) return;
    const required = partAt(version, [...other, 'required']);
    const isRequired = isJsonArray(required) && required.includes(key);
    editor.setRequired({ owner, name: key }, isRequired);
    return;
  }
  const [written, other] = findDiffering(editor.value(), version, steps);
  const part = other && partAt(version, other);
  if (written !== undefined) {
    const name = written.at(-1);
    if (part === undefined && name !== undefined && written.at(-2) === 'properties') {
      editor.omit({ owner: written.slice(0, -2), name });
    } else editor.put(written, part);
    return;
  }
  if (part === undefined) return;
  const at = findPart(editor.value(), parent);
  if (at !== undefined) editor.put([...at, key], part);
  else if (parent.length > 0) revert(parent, version, editor);
}
