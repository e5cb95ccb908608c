import { pointerSteps } from '../../json/json-pointer.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';

/** The keys and positions that lead from the top of a document to a part. */
export type PartPath = readonly string[];

/** How many references are followed on the way to one part. */
const MOST_REFERENCES = 50;

/**
 * Finds what a difference's path is about, through references within the document.
 *
 * @param steps of the path, without `#`; names with slashes are taken apart there, and found all the same
 * @returns where it is written; undefined where nothing is there
 */
export function findPart(document: JsonValue, steps: readonly string[]): PartPath | undefined {
  let path: string[] = [];
  let value: JsonValue | undefined = document;
  let references = 0;
  for (let at = 0; at < steps.length; ) {
    const step = takeStep(value, steps, at);
    if (step !== undefined) {
      path.push(step.key);
      value = step.value;
      at += step.length;
      continue;
    }
    const target: PartPath | undefined = referredPart(value);
    references += 1;
    if (target === undefined || references > MOST_REFERENCES) return undefined;
    path = [...target];
    value = partAt(document, path);
  }
  return value === undefined ? undefined : path;
}

/**
 * The places where two documents begin to differ about something: where both only refer to the same
 * definition, that definition in each.
 */
export function findDiffering(
  document: JsonValue,
  other: JsonValue,
  steps: readonly string[],
): [PartPath | undefined, PartPath | undefined] {
  let [path, otherPath] = [findPart(document, steps), findPart(other, steps)];
  for (let references = 0; references < MOST_REFERENCES; references += 1) {
    if (path === undefined || otherPath === undefined) break;
    const [part, otherPart] = [partAt(document, path), partAt(other, otherPath)];
    const [target, otherTarget] = [referredPart(part), referredPart(otherPart)];
    if (target === undefined || target.join('/') !== otherTarget?.join('/')) break;
    if (partAt(document, target) === undefined || partAt(other, target) === undefined) break;
    [path, otherPath] = [target, target];
  }
  return [path, otherPath];
}

/** What stands at a part's place. */
export function partAt(document: JsonValue, path: PartPath): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const key of path) value = memberOf(value, key);
  return value;
}

/** The document with something else at a part's place; undefined takes it out. */
export function withPart(
  document: JsonValue,
  path: PartPath,
  part: JsonValue | undefined,
): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  if (isJsonObject(document)) {
    const copy = new Map(document);
    const inner = document.get(key);
    const changed = rest.length === 0 ? part : inner && withPart(inner, rest, part);
    if (changed === undefined) copy.delete(key);
    else copy.set(key, changed);
    return copy;
  }
  if (!isJsonArray(document)) return document;
  return document.flatMap((element, index) => {
    if (String(index) !== key) return [element];
    const changed = rest.length === 0 ? part : withPart(element, rest, part);
    return changed === undefined ? [] : [changed];
  });
}

interface Step {
  key: string;
  value: JsonValue;
  /** How many steps of the path it takes. */
  length: number;
}

function takeStep(
  value: JsonValue | undefined,
  steps: readonly string[],
  at: number,
): Step | undefined {
  for (let length = 1; at + length <= steps.length; length += 1) {
    const key = steps.slice(at, at + length).join('/');
    const member = memberOf(value, key);
    if (member !== undefined) return { key, value: member, length };
    if (!isJsonObject(value) || length > 10) return undefined;
  }
  return undefined;
}

function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isJsonObject(value)) return value.get(key);
  if (!isJsonArray(value) || !/^(?:0|[1-9][0-9]*)$/.test(key)) return undefined;
  return value[Number(key)];
}

function referredPart(value: JsonValue | undefined): PartPath | undefined {
  if (!isJsonObject(value)) return undefined;
  const reference = value.get('$ref');
  if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
  return pointerSteps(reference.slice(1));
}
