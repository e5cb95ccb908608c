const spelling = Symbol('spelling');

/** A number as it was written. No JSON object has such a key. */
export interface SpelledNumber {
  readonly [spelling]: string;
}

/** A number as it was written. */
export function spelledNumber(written: string): SpelledNumber {
  return { [spelling]: written };
}

/** How a number is written; undefined for what is none. */
export function spellingOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const isSpelled = typeof value === 'object' && value !== null && spelling in value;
  return isSpelled ? String(value[spelling]) : undefined;
}
