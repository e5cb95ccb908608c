import { nameWords } from '../../name-words.ts';

/** Words for what is not known, as enums call it. */
const NOTHING: ReadonlySet<string> = new Set([
  'unspecified',
  'unknown',
  'undefined',
  'unset',
  'none',
  'other',
  'invalid',
]);

/** The symbol that stands best for those that a reader does not know; undefined for an enum of none. */
export function chooseEnumDefault(
  symbols: readonly string[],
  others: readonly string[],
): string | undefined {
  const nothing = symbols.find((symbol) => nameWords(symbol).some((word) => NOTHING.has(word)));
  if (nothing !== undefined) return nothing;
  const shared = new Set(others);
  return symbols.find((symbol) => shared.has(symbol)) ?? symbols[0];
}
