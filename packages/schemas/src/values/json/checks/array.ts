import { spendEffort } from '../../../json/effort.ts';
import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray } from '../../../lossless-json/value.ts';
import { describePart } from '../describe-part.ts';
import { identityOf } from '../equal-values.ts';
import type { Check, KeywordContext, Run, SchemaPart } from '../schema-part.ts';
import { fitsInside, isFull, tell, tellInside } from '../walk-part.ts';
import { listCheck } from './plain-check.ts';
import { readCount } from './read-count.ts';

/** `minItems` */
export function readMinItems(written: JsonValue): Check | undefined {
  const least = readCount(written);
  if (least === undefined) return undefined;
  return listCheck(`a list of at least ${least}`, (list) => list.length >= least);
}

/** `maxItems` */
export function readMaxItems(written: JsonValue): Check | undefined {
  const most = readCount(written);
  if (most === undefined) return undefined;
  return listCheck(`a list of at most ${most}`, (list) => list.length <= most);
}

/** `uniqueItems` */
export function readUniqueItems(written: JsonValue): Check | undefined {
  if (written !== true) return undefined;
  return {
    fits: (value, run) => !Array.isArray(value) || findTwins(value, run) === undefined,
    tell: (value, telling) => {
      const twins = Array.isArray(value) ? findTwins(value, telling.run) : undefined;
      if (twins === undefined) return;
      const [first, second] = twins;
      tell(telling, {
        expected: 'elements that all differ',
        found: `the elements ${first} and ${second}, which are equal`,
        step: second,
      });
    },
  };
}

/** `items` and what goes with it: `prefixItems`, or `additionalItems` beside a list of schemas. */
export function readItems(_: JsonValue, context: KeywordContext): Check | undefined {
  const { prefix, rest } = itemSchemas(context);
  if (prefix.length === 0 && rest === undefined) return undefined;
  const partFor = (index: number): SchemaPart | undefined => prefix[index] ?? rest;
  return {
    fits: (value, run, marks) => {
      if (!Array.isArray(value)) return true;
      const end = rest === undefined ? Math.min(prefix.length, value.length) : value.length;
      for (let index = 0; index < end; index += 1) {
        spendEffort(run.effort, 1 / 4);
        const part = partFor(index);
        if (part !== undefined && !fitsInside(part, value[index], run)) return false;
      }
      if (marks !== undefined) marks.itemsBefore = Math.max(marks.itemsBefore, end);
      return true;
    },
    tell: (value, telling) => {
      if (!Array.isArray(value)) return;
      if (rest?.always === false && value.length > prefix.length) {
        const expected = `a list of at most ${prefix.length}`;
        tell(telling, { expected, found: `a list of ${value.length}` });
      }
      for (const [index, element] of value.entries()) {
        if (isFull(telling)) return;
        spendEffort(telling.run.effort, 1 / 4);
        const part = partFor(index);
        if (part === undefined) return;
        if (part === rest && rest.always === false) return;
        tellInside(part, element, index, telling);
      }
    },
  };
}

/** `contains` with `minContains` and `maxContains` */
export function readContains(_: JsonValue, context: KeywordContext): Check | undefined {
  const { place, keywords, draft, parts } = context;
  const part = parts.child(place, 'contains');
  if (part === undefined) return undefined;
  const counts = draft === '2019-09' || draft === '2020-12';
  const least = (counts ? readCount(keywords.get('minContains')) : undefined) ?? 1;
  const most = (counts ? readCount(keywords.get('maxContains')) : undefined) ?? Infinity;

  const matching = (list: readonly unknown[], run: Run): number[] => {
    const found: number[] = [];
    for (const [index, element] of list.entries()) {
      spendEffort(run.effort, 1 / 4);
      if (fitsInside(part, element, run)) found.push(index);
    }
    return found;
  };
  const isRight = (count: number): boolean => count >= least && count <= most;

  return {
    fits: (value, run, marks) => {
      if (!Array.isArray(value)) return true;
      const found = matching(value, run);
      if (marks !== undefined && draft === '2020-12') {
        for (const index of found) marks.items.add(index);
      }
      return isRight(found.length);
    },
    tell: (value, telling) => {
      if (!Array.isArray(value)) return;
      const found = matching(value, telling.run).length;
      if (isRight(found)) return;
      const wanted = found < least ? `at least ${least}` : `at most ${most}`;
      const kind = describePart(part, parts);
      tell(telling, {
        expected: `a list with ${wanted} ${wanted.endsWith(' 1') ? 'element' : 'elements'} of the kind: ${kind}`,
        found: `${found} of them`,
      });
    },
  };
}

function itemSchemas({ place, keywords, draft, parts }: KeywordContext): {
  prefix: readonly SchemaPart[];
  rest: SchemaPart | undefined;
} {
  const tuple = draft === '2020-12' ? 'prefixItems' : 'items';
  const written = keywords.get(tuple);
  const length = isJsonArray(written) ? written.length : 0;
  const prefix: SchemaPart[] = [];
  for (let index = 0; index < length; index += 1) {
    const part = parts.child(place, tuple, index);
    if (part !== undefined) prefix.push(part);
  }
  if (draft === '2020-12') return { prefix, rest: parts.child(place, 'items') };
  if (isJsonArray(written)) return { prefix, rest: parts.child(place, 'additionalItems') };
  return { prefix, rest: parts.child(place, 'items') };
}

function findTwins(
  list: readonly unknown[],
  { effort }: Run,
): [first: number, second: number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, element] of list.entries()) {
    const identity = identityOf(element, (amount) => spendEffort(effort, amount));
    const first = seen.get(identity);
    if (first !== undefined) return [first, index];
    seen.set(identity, index);
  }
  return undefined;
}
