import type { Effort } from '../../../json/effort.ts';
import { spendEffort } from '../../../json/effort.ts';
import { isJsonArray, isJsonObject } from '../../../lossless-json/value.ts';
import { readCount } from '../../json/checks/read-count.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';

const COST_OF_PART = 10;

/** What the values of a schema need: all of these, and of each list in `oneOf` one. */
interface Needs {
  /** Schemas that the value itself has to fit. */
  readonly same: readonly SchemaPart[];
  readonly oneOf: readonly (readonly SchemaPart[])[];
  /** Schemas that members and elements have to fit which every value has. */
  readonly inner: readonly SchemaPart[];
  readonly isImpossible: boolean;
}

/**
 * Says of a schema how many levels its flattest value has at least; infinite where it has no value,
 * because it needs itself or has nothing to choose from.
 */
export function heightFinder(parts: SchemaParts, effort: Effort): (part: SchemaPart) => number {
  const heights = new Map<SchemaPart, number>();
  const heightOf = (part: SchemaPart): number => heights.get(part) ?? Infinity;

  return (root) => {
    if (heights.has(root)) return heightOf(root);
    const open = findNeeds(root, parts, heights, effort);
    // Schemas that reach themselves need more than one round; each round settles at least one.
    for (let changed = true; changed; ) {
      changed = false;
      spendEffort(effort, open.size);
      for (const [part, needs] of open) {
        const height = leastHeight(needs, heightOf);
        if (height >= heightOf(part)) continue;
        heights.set(part, height);
        changed = true;
      }
    }
    for (const part of open.keys()) heights.set(part, heightOf(part));
    return heightOf(root);
  };
}

function leastHeight(
  { same, oneOf, inner, isImpossible }: Needs,
  heightOf: (part: SchemaPart) => number,
): number {
  if (isImpossible) return Infinity;
  let height = 0;
  for (const part of same) height = Math.max(height, heightOf(part));
  for (const part of inner) height = Math.max(height, 1 + heightOf(part));
  for (const forms of oneOf) {
    const least = forms.reduce((lowest, form) => Math.min(lowest, heightOf(form)), Infinity);
    height = Math.max(height, least);
  }
  return height;
}

/** The needs of a schema and of all that it needs, as far as they are not settled; inner ones first. */
function findNeeds(
  root: SchemaPart,
  parts: SchemaParts,
  settled: ReadonlyMap<SchemaPart, number>,
  effort: Effort,
): Map<SchemaPart, Needs> {
  const found = new Map<SchemaPart, Needs>();
  const open = [root];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.has(part) || settled.has(part)) continue;
    spendEffort(effort, COST_OF_PART);
    const needs = needsOf(part, parts);
    found.set(part, needs);
    open.push(...needs.same, ...needs.inner, ...needs.oneOf.flat());
  }
  return new Map([...found].reverse());
}

function needsOf({ place, always }: SchemaPart, parts: SchemaParts): Needs {
  const { value } = place;
  const same: SchemaPart[] = [];
  const oneOf: SchemaPart[][] = [];
  const inner: SchemaPart[] = [];
  if (!isJsonObject(value)) return { same, oneOf, inner, isImpossible: always === false };
  const push = (list: SchemaPart[], ...steps: (string | number)[]): void => {
    const part = parts.child(place, ...steps);
    if (part !== undefined) list.push(part);
  };
  const listLength = (keyword: string): number => {
    const written = value.get(keyword);
    return isJsonArray(written) ? written.length : 0;
  };
  const reference = value.get('$ref');
  if (typeof reference === 'string') same.push(parts.resolve(reference, place));
  for (let index = 0; index < listLength('allOf'); index += 1) push(same, 'allOf', index);
  for (const keyword of ['anyOf', 'oneOf']) {
    const forms: SchemaPart[] = [];
    for (let index = 0; index < listLength(keyword); index += 1) push(forms, keyword, index);
    if (forms.length > 0) oneOf.push(forms);
  }
  const type = value.get('type');
  const only = isJsonArray(type) && type.length === 1 ? type[0] : type;
  const required = value.get('required');
  if (only === 'object' && isJsonArray(required)) {
    for (const name of required) if (typeof name === 'string') push(inner, 'properties', name);
  }
  const least = readCount(value.get('minItems')) ?? 0;
  if (only === 'array' && least > 0) {
    push(inner, 'items');
    for (let index = 0; index < Math.min(least, listLength('items')); index += 1) {
      push(inner, 'items', index);
    }
    if (listLength('prefixItems') > 0) inner.length = 0;
  }
  const words = value.get('enum');
  return { same, oneOf, inner, isImpossible: isJsonArray(words) && words.length === 0 };
}
