import { editDistance, nameWords } from '../name-words.ts';

/** Names of what stands for no value. */
const NOTHING: ReadonlySet<string> = new Set([
  'unspecified',
  'unknown',
  'undefined',
  'unset',
  'none',
  'default',
  'invalid',
]);

/**
 * Whether two names of fields, or of symbols of an enum, may be of the same thing. First words that
 * they share tell nothing, as they often only repeat the enum's name.
 */
export function likeNames(before: string, after: string): boolean {
  const [old, next] = [nameWords(before), nameWords(after)];
  let common = 0;
  while (common < old.length && common < next.length && old[common] === next[common]) common += 1;
  const [oldRest, nextRest] = [old.slice(common), next.slice(common)];
  if (oldRest.length === 0 || nextRest.length === 0) return true;
  if ([oldRest, nextRest].every((words) => words.some((word) => NOTHING.has(word)))) return true;
  if (old.join('') === next.join('')) return true;
  return likeWords(oldRest, nextRest);
}

/** Whether most words are shared, one name is a part of the other, or a letter or two differ. */
function likeWords(old: readonly string[], next: readonly string[]): boolean {
  const shared = old.filter((word) => next.includes(word)).length;
  if (shared * 2 > Math.max(old.length, next.length)) return true;
  if (shared > 0 && shared === Math.min(old.length, next.length)) return true;
  const [a, b] = [old.join(''), next.join('')];
  const limit = Math.floor(Math.min(a.length, b.length) / 5);
  return a.length <= 64 && b.length <= 64 && editDistance(a, b, limit) <= limit;
}
