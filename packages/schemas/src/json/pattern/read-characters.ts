import type { CharacterSet } from './character-set.ts';
import { complement, DIGITS, rangesOnly, SPACE, WORD } from './character-set.ts';
import type { PatternSource } from './pattern-source.ts';

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const CLASSES: Readonly<Record<string, CharacterSet['ranges']>> = {
  d: DIGITS,
  w: WORD,
  s: SPACE,
  D: complement(DIGITS),
  W: complement(WORD),
  S: complement(SPACE),
};

/** Reads what follows a backslash, where it stands for characters. */
export function readCharacterEscape(source: PatternSource): CharacterSet {
  const letter = source.next();
  const ranges = CLASSES[letter];
  if (ranges !== undefined) return rangesOnly(ranges);
  if (letter === 'p' || letter === 'P') return readProperty(source, letter === 'P');
  const code = CONTROLS[letter] ?? readCode(source, letter);
  return rangesOnly([[code, code]]);
}

/** Reads what stands between `[` and `]`. */
export function readCharacterClass(source: PatternSource): CharacterSet {
  const negated = source.take('^');
  const ranges: (readonly [number, number])[] = [];
  const properties: RegExp[] = [];
  const add = (set: CharacterSet): void => {
    ranges.push(...set.ranges);
    properties.push(...set.properties);
  };
  while (!source.take(']')) {
    const first = readClassMember(source);
    if (source.peek() !== '-') {
      add(first);
      continue;
    }
    source.next();
    if (source.peek() === ']') {
      add(first);
      ranges.push([0x2d, 0x2d]);
      continue;
    }
    const last = readClassMember(source);
    const [from, to] = [only(first), only(last)];
    if (from === undefined || to === undefined) {
      // A class such as \w is no end of a range, so the hyphen is one of the characters.
      add(first);
      add(last);
      ranges.push([0x2d, 0x2d]);
    } else if (from > to) throw source.refuse('a range of characters is out of order');
    else ranges.push([from, to]);
  }
  return { ranges, properties, negated, ignoreCase: false };
}

function readClassMember(source: PatternSource): CharacterSet {
  const character = source.next();
  if (character === '\\') {
    if (source.take('b')) return rangesOnly([[8, 8]]);
    return readCharacterEscape(source);
  }
  const code = character.codePointAt(0) ?? 0;
  return rangesOnly([[code, code]]);
}

/** The one character that a set holds. */
function only({ ranges, properties }: CharacterSet): number | undefined {
  const [range] = ranges;
  if (range === undefined || ranges.length > 1 || properties.length > 0) return undefined;
  return range[0] === range[1] ? range[0] : undefined;
}

function readProperty(source: PatternSource, negated: boolean): CharacterSet {
  const name = source.take('{') ? source.upTo('}') : source.next();
  const known = /^[A-Za-z0-9_]+(?:=[A-Za-z0-9_]+)?$/.test(name)
    ? platformProperty(name, negated)
    : undefined;
  if (known === undefined) throw source.refuse(`\\p{${name}} is no property of Unicode`);
  return { ranges: [], properties: [known], negated: false, ignoreCase: false };
}

function platformProperty(name: string, negated: boolean): RegExp | undefined {
  try {
    return new RegExp(`^\\${negated ? 'P' : 'p'}{${name}}$`, 'u');
  } catch {
    return undefined;
  }
}

function readCode(source: PatternSource, letter: string): number {
  if (letter === 'x' || letter === 'u') return readHexadecimal(source, letter);
  if (letter === 'c') {
    const control = source.match(/[A-Za-z]/y);
    if (control === undefined) throw source.refuse('\\c is not followed by a letter');
    return control.charCodeAt(0) % 32;
  }
  if (letter === '0') {
    const octal = source.match(/[0-7]{1,2}/y);
    return octal === undefined ? 0 : Number.parseInt(octal, 8);
  }
  if (/^[A-Za-z0-9]$/.test(letter)) {
    throw source.refuse(`\\${letter} has no meaning in ECMA-262`);
  }
  return letter.codePointAt(0) ?? 0;
}

function readHexadecimal(source: PatternSource, letter: string): number {
  if (letter === 'u') {
    const braced = source.match(/\{[0-9a-fA-F]{1,8}\}/y);
    if (braced !== undefined) {
      const code = Number.parseInt(braced.slice(1, -1), 16);
      if (code > 0x10ffff) throw source.refuse(`\\u${braced} is beyond Unicode`);
      return code;
    }
    const pair = source.match(/[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/y);
    if (pair !== undefined) {
      const [high = '', low = ''] = pair.split('\\u');
      const units = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
      return String.fromCharCode(...units).codePointAt(0) ?? 0;
    }
  }
  const digits = letter === 'x' ? source.match(/[0-9a-fA-F]{2}/y) : source.match(/[0-9a-fA-F]{4}/y);
  if (digits === undefined) throw source.refuse(`\\${letter} is not followed by its digits`);
  return Number.parseInt(digits, 16);
}
