/** What one character may be. Code points, not UTF-16 units. */
export interface CharacterSet {
  /** Pairs of first and last, both included. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Unicode properties, asked of the platform one character at a time, which takes no time to speak of. */
  readonly properties: readonly RegExp[];
  readonly negated: boolean;
  readonly ignoreCase: boolean;
}

const GREATEST_CODE_POINT = 0x10ffff;

export const DIGITS: CharacterSet['ranges'] = [[0x30, 0x39]];
export const WORD: CharacterSet['ranges'] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
export const SPACE: CharacterSet['ranges'] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
export const LINE_END: CharacterSet['ranges'] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** A set of the given ranges and nothing else about it. */
export function rangesOnly(
  ranges: CharacterSet['ranges'],
  negated = false,
  ignoreCase = false,
): CharacterSet {
  return { ranges, properties: [], negated, ignoreCase };
}

/** What the ranges leave out. */
export function complement(ranges: CharacterSet['ranges']): CharacterSet['ranges'] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const left: [number, number][] = [];
  let next = 0;
  for (const [first, last] of sorted) {
    if (first > next) left.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= GREATEST_CODE_POINT) left.push([next, GREATEST_CODE_POINT]);
  return left;
}

/** Whether a set holds a character. */
export function holdsCharacter(set: CharacterSet, codePoint: number): boolean {
  if (holdsExactly(set, codePoint)) return !set.negated;
  if (set.ignoreCase) {
    const character = String.fromCodePoint(codePoint);
    for (const other of [character.toLowerCase(), character.toUpperCase()]) {
      const folded = other.codePointAt(0) ?? codePoint;
      if (other.length === String.fromCodePoint(folded).length && holdsExactly(set, folded)) {
        return !set.negated;
      }
    }
  }
  return set.negated;
}

function holdsExactly({ ranges, properties }: CharacterSet, codePoint: number): boolean {
  for (const [first, last] of ranges) if (codePoint >= first && codePoint <= last) return true;
  if (properties.length === 0) return false;
  const character = String.fromCodePoint(codePoint);
  return properties.some((property) => property.test(character));
}
