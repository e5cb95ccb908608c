/** A source of numbers that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but without, `end`. */
  below(end: number): number;
  /** A whole number, both ends included. */
  between(least: number, greatest: number): number;
  /** One of several, of which there must be one. */
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice;
  /** So many digits of the given base, at most 36. */
  digits(count: number, base?: number): string;
}

/** Begins a row of numbers with a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed) | 0;
  // Seeds next to each other would give similar first numbers.
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b) ^ 0x9e3779b9;

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    between: (least, greatest) => least + below(greatest - least + 1),
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    digits: (count, base = 10) =>
      Array.from({ length: count }, () => below(base).toString(base)).join(''),
  };
}
