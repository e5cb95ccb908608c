import { isSchemaError } from '../../schema-error.ts';
import type { Effort } from '../effort.ts';
import { EffortSpent } from '../effort.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { readPattern } from '../pattern/pattern.ts';
import { refuseSize } from './refuse-size.ts';

/**
 * Asks whether regular expressions match anywhere in a text. One that is none, or that this package
 * cannot run, matches nowhere.
 *
 * @param effort what is spent on matching is taken from it
 */
export function matchPattern(effort: Effort): (pattern: string, text: string) => boolean {
  const known = new Map<string, Pattern | undefined>();
  return (pattern, text) => {
    if (!known.has(pattern)) known.set(pattern, readIfPossible(pattern));
    effort.left -= 1;
    try {
      return known.get(pattern)?.matches(text, effort) ?? false;
    } catch (error) {
      if (!(error instanceof EffortSpent)) throw error;
      throw refuseSize('The schemas have too many patterns to match properties with');
    }
  };
}

function readIfPossible(pattern: string): Pattern | undefined {
  try {
    return readPattern(pattern);
  } catch (error) {
    if (isSchemaError(error)) return undefined;
    throw error;
  }
}
