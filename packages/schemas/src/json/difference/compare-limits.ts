import type { JsonNumber } from '../../lossless-json/value.ts';
import type { OwnDifference } from './comparison.ts';
import { differ } from './comparison.ts';

/** What a limit is called in the types of its differences. */
type LimitName =
  | 'MAX_LENGTH'
  | 'MIN_LENGTH'
  | 'MAXIMUM'
  | 'MINIMUM'
  | 'EXCLUSIVE_MAXIMUM'
  | 'EXCLUSIVE_MINIMUM'
  | 'MAX_PROPERTIES'
  | 'MIN_PROPERTIES'
  | 'MAX_ITEMS'
  | 'MIN_ITEMS'
  | 'MAX_CONTAINS'
  | 'MIN_CONTAINS';

/** A keyword that sets a limit, with the name of its differences. */
export type Limit<Keyword extends string> = readonly [keyword: Keyword, name: LimitName];

/**
 * Compares keywords that set limits.
 *
 * @param limits in the order in which their differences are told
 */
export function compareLimits<Keyword extends string>(
  original: Readonly<Record<Keyword, JsonNumber | undefined>>,
  update: Readonly<Record<Keyword, JsonNumber | undefined>>,
  limits: readonly Limit<Keyword>[],
): OwnDifference[] {
  const found: OwnDifference[] = [];
  for (const [keyword, name] of limits) {
    const change = changeOf(original[keyword], update[keyword]);
    if (change !== undefined) found.push(differ(`${name}_${change}`, keyword));
  }
  return found;
}

type Change = 'ADDED' | 'REMOVED' | 'INCREASED' | 'DECREASED';

function changeOf(
  before: JsonNumber | undefined,
  after: JsonNumber | undefined,
): Change | undefined {
  if (before === undefined) return after === undefined ? undefined : 'ADDED';
  if (after === undefined) return 'REMOVED';
  const change = Number(after.number) - Number(before.number);
  if (change === 0) return undefined;
  return change > 0 ? 'INCREASED' : 'DECREASED';
}
