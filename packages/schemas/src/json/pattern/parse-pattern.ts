import { SchemaError } from '../../schema-error.ts';
import { quote } from '../../values/value-problem.ts';
import type { CharacterSet } from './character-set.ts';
import { LINE_END, rangesOnly } from './character-set.ts';
import type { PatternNode, PatternTree } from './pattern-node.ts';
import { patternSource } from './pattern-source.ts';
import { readCharacterClass, readCharacterEscape } from './read-characters.ts';

const GREATEST_LENGTH = 50_000;
const GREATEST_DEPTH = 200;

/** What `(?i)` and its like switch, from there to the end of the group. */
interface Flags {
  ignoreCase: boolean;
  dotAll: boolean;
  multiline: boolean;
}

/**
 * Reads a regular expression of ECMA-262 in its Unicode mode. What that mode refuses and browsers
 * take is taken too (`[\w-.]`, `\_`, a lone `{`), as well as what Java writes where ECMA-262 has no
 * meaning for it: `(?i)`, `\A`, `\z`, `\pL`.
 *
 * @throws SchemaError `not_supported` where it is none, `too_large`
 */
export function parsePattern(text: string): PatternTree {
  if (text.length > GREATEST_LENGTH) {
    throw refuseSize(
      text,
      `has ${text.length} characters, more than the ${GREATEST_LENGTH} allowed`,
    );
  }
  const source = patternSource(text);
  const names = new Map<string, number[]>();
  const captureCount = countCaptures(text);
  let captures = 0;
  let hasBackreference = false;
  let depth = 0;

  function readAlternatives(outer: Flags): PatternNode {
    const flags = { ...outer };
    depth += 1;
    if (depth > GREATEST_DEPTH) {
      throw refuseSize(text, `nests deeper than ${GREATEST_DEPTH} levels`);
    }
    const branches = [readSequence(flags)];
    while (source.take('|')) branches.push(readSequence(flags));
    depth -= 1;
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { type: 'alternatives', branches };
  }

  function readSequence(flags: Flags): PatternNode {
    const parts: PatternNode[] = [];
    while (!source.atEnd() && source.peek() !== '|' && source.peek() !== ')') {
      const before = captures;
      const atom = readAtom(flags);
      if (atom !== undefined) parts.push(readQuantifier(atom, before));
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { type: 'sequence', parts };
  }

  function readAtom(flags: Flags): PatternNode | undefined {
    const characters = (set: CharacterSet): PatternNode => ({
      type: 'characters',
      set: flags.ignoreCase ? { ...set, ignoreCase: true } : set,
    });
    const character = source.next();
    switch (character) {
      case '^':
        return { type: 'start', ofLine: flags.multiline };
      case '$':
        return { type: 'end', ofLine: flags.multiline };
      case '.':
        return characters(rangesOnly(flags.dotAll ? [] : LINE_END, true));
      case '(':
        return readGroup(flags);
      case '[':
        return characters(readCharacterClass(source));
      case '\\':
        return readEscape(characters);
      case '*':
      case '+':
      case '?':
        throw source.refuse(`there is nothing that ${quote(character)} could repeat`);
      default: {
        const code = character.codePointAt(0) ?? 0;
        return characters(rangesOnly([[code, code]]));
      }
    }
  }

  function readEscape(characters: (set: CharacterSet) => PatternNode): PatternNode {
    if (source.take('b')) return { type: 'boundary', negated: false };
    if (source.take('B')) return { type: 'boundary', negated: true };
    if (source.take('A')) return { type: 'start', ofLine: false };
    if (source.take('z') || source.take('Z')) return { type: 'end', ofLine: false };
    if (source.take('k<')) {
      const name = source.upTo('>');
      hasBackreference = true;
      return { type: 'backreference', indexes: names.get(name) ?? laterNamed(name) };
    }
    const digits = source.match(/[1-9][0-9]*/y);
    if (digits !== undefined) {
      const index = Number(digits);
      if (index > captureCount) throw source.refuse(`there is no group ${digits}`);
      hasBackreference = true;
      return { type: 'backreference', indexes: [index] };
    }
    return characters(readCharacterEscape(source));
  }

  /** A group that comes later has matched nothing yet, so the reference matches what is empty. */
  function laterNamed(name: string): number[] {
    if (!text.includes(`(?<${name}>`)) throw source.refuse(`there is no group ${quote(name)}`);
    return [];
  }

  function readGroup(flags: Flags): PatternNode | undefined {
    let node: PatternNode;
    const look = source.match(/\?<?[=!]/y);
    if (look !== undefined) {
      const part = readAlternatives(flags);
      const behind = look.includes('<');
      node = { type: 'look', part, behind, negated: look.endsWith('!') };
    } else if (source.take('?<')) {
      const name = source.upTo('>');
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
        throw source.refuse(`${quote(name)} is no name of a group`);
      }
      node = readCapture(flags, name);
    } else if (source.take('?')) {
      const scope = readFlags(flags);
      if (scope === undefined) return undefined;
      node = readAlternatives(scope);
    } else node = readCapture(flags, undefined);
    if (!source.take(')')) throw source.refuse('a group has no ")"');
    return node;
  }

  function readCapture(flags: Flags, name: string | undefined): PatternNode {
    captures += 1;
    const index = captures;
    if (name !== undefined) names.set(name, [...(names.get(name) ?? []), index]);
    return { type: 'capture', part: readAlternatives(flags), index };
  }

  /** Reads the letters before `:`; before `)` they count from here to the end of the group. */
  function readFlags(flags: Flags): Flags | undefined {
    const written = source.match(/[a-z]*(?:-[a-z]+)?(?=[:)])/y);
    const [on = '', off = ''] = written?.split('-') ?? [];
    if (written === undefined || /[^ims]/.test(on + off)) {
      throw source.refuse('this kind of group is not one of ECMA-262');
    }
    const pick = (letter: string, before: boolean): boolean =>
      on.includes(letter) || (before && !off.includes(letter));
    const changed = {
      ignoreCase: pick('i', flags.ignoreCase),
      multiline: pick('m', flags.multiline),
      dotAll: pick('s', flags.dotAll),
    };
    if (source.take(':')) return changed;
    source.next();
    if (written === '') throw source.refuse('a group is empty after "?"');
    Object.assign(flags, changed);
    return undefined;
  }

  function readQuantifier(part: PatternNode, capturesBefore: number): PatternNode {
    const written = source.match(/[*+?]|\{[0-9]+(?:,[0-9]*)?\}/y);
    if (written === undefined) return part;
    const lazy = source.take('?');
    if (/^[*+?]/.test(source.peek())) throw source.refuse('two repetitions follow each other');
    const [least, greatest] = boundsOf(written);
    if (greatest < least) throw source.refuse(`the bounds of ${written} are out of order`);
    const within: [number, number] = [capturesBefore + 1, captures];
    const own = captures > capturesBefore ? within : undefined;
    return { type: 'repeat', part, least, greatest, lazy, captures: own };
  }

  const root = readAlternatives({ ignoreCase: false, dotAll: false, multiline: false });
  if (!source.atEnd()) throw source.refuse('there is a ")" too many');
  return { root, captures, hasBackreference };
}

function boundsOf(written: string): [least: number, greatest: number] {
  if (written === '*') return [0, Infinity];
  if (written === '+') return [1, Infinity];
  if (written === '?') return [0, 1];
  const [least = '', greatest] = written.slice(1, -1).split(',');
  if (greatest === undefined) return [Number(least), Number(least)];
  return [Number(least), greatest === '' ? Infinity : Number(greatest)];
}

/** Counts groups that capture, also those that come after a reference to them. */
function countCaptures(text: string): number {
  let count = 0;
  let isClass = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '[') isClass = true;
    else if (character === ']') isClass = false;
    else if (character === '(' && !isClass) {
      const follows = text.slice(index + 1, index + 4);
      if (!follows.startsWith('?') || /^\?<[^=!]/.test(follows)) count += 1;
    }
  }
  return count;
}

/** The error for a pattern that would take too much. */
export function refuseSize(pattern: string, why: string): SchemaError {
  const details = `The pattern ${quote(pattern)} ${why}`;
  return new SchemaError(`${details}. Write a simpler one.`, { code: 'too_large', details });
}
