import { membersOf, writtenReference } from '../../field-walk/json/schema-links.ts';
import { titleOf } from '../../field-walk/json/schema-name.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { matchEqual } from './compare-constraints.ts';
import type { Comparison } from './json-change.ts';

/** A branch, and what its path has more than the value's. */
export interface Branch {
  readonly place: SchemaPlace;
  readonly suffix: string;
}

/** For each newer branch the older one that it continues: an equal one, one of its name, one of its kind. */
export function matchBranches(
  old: readonly Branch[],
  next: readonly Branch[],
  comparison: Comparison,
): (number | undefined)[] {
  const values = [old, next].map((branches) => branches.map(({ place }) => place.value));
  const matches = matchEqual(values[0] ?? [], values[1] ?? [], comparison.identity);
  const taken = new Set(matches);
  for (const keyOf of [nameKey, kindKey]) {
    const left = new Map<string, number[]>();
    for (const [index, { place }] of [...old.entries()].reverse()) {
      const key = taken.has(index) ? undefined : keyOf(place, comparison, 'before');
      if (key === undefined) continue;
      const known = left.get(key);
      if (known === undefined) left.set(key, [index]);
      else known.push(index);
    }
    for (const [index, { place }] of next.entries()) {
      if (matches[index] !== undefined) continue;
      const key = keyOf(place, comparison, 'after');
      const found = key === undefined ? undefined : left.get(key)?.pop();
      if (found === undefined) continue;
      matches[index] = found;
      taken.add(found);
    }
  }
  matchLast(old, next, matches);
  return matches;
}

/** Matches the only two that are left, where nothing tells what they are. */
function matchLast(
  old: readonly Branch[],
  next: readonly Branch[],
  matches: (number | undefined)[],
): void {
  const taken = new Set(matches);
  const oldLeft = [...old.keys()].filter((index) => !taken.has(index));
  const nextLeft = [...next.keys()].filter((index) => matches[index] === undefined);
  const [was, is] = [oldLeft[0], nextLeft[0]];
  if (oldLeft.length !== 1 || nextLeft.length !== 1 || was === undefined || is === undefined)
    return;
  const [from, to] = [old[was]?.place, next[is]?.place];
  if (from === undefined || to === undefined) return;
  if (kindKey(from) === undefined && kindKey(to) === undefined) matches[is] = was;
}

/** What a branch is recognised by: what it refers to, its title, or a property with one value. */
function nameKey(
  place: SchemaPlace,
  { matches, old, next }: Comparison,
  side: 'before' | 'after',
): string | undefined {
  const reference = writtenReference(place);
  if (reference !== undefined) {
    const { links } = (side === 'before' ? old : next).outline;
    const target = links.target(place);
    const earlier = target && side === 'after' ? (matches.earlier(target) ?? target) : target;
    return earlier && `$ref ${earlier.document ?? ''} ${earlier.pointer}`;
  }
  const title = titleOf(place);
  if (title !== undefined) return `title ${title}`;
  const properties = membersOf(place).get('properties');
  if (!isJsonObject(properties)) return undefined;
  for (const [name, property] of properties) {
    const constant = constantOf(property);
    if (constant !== undefined) return `const ${name} ${constant}`;
  }
  return undefined;
}

function constantOf(property: JsonValue): string | undefined {
  if (!isJsonObject(property)) return undefined;
  const values = property.get('enum');
  const constant =
    property.get('const') ?? (isJsonArray(values) && values.length === 1 ? values[0] : undefined);
  return typeof constant === 'string' ? constant : undefined;
}

/** What kind of value a branch is; numbers can have become one another. */
function kindKey(place: SchemaPlace): string | undefined {
  const members = membersOf(place);
  if (writtenReference(place) !== undefined) return undefined;
  const type = members.get('type');
  if (typeof type === 'string') return type === 'integer' ? 'number' : type;
  return members.has('properties') || members.has('required') ? 'object' : undefined;
}
