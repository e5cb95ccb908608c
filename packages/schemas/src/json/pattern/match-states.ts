import type { Effort } from '../effort.ts';
import { spendEffort } from '../effort.ts';
import { holdsCharacter, rangesOnly, WORD } from './character-set.ts';
import type { Instruction, PatternProgram } from './compile-pattern.ts';

const MOST_STATES = 1000;
const MOST_REMEMBERED = 20_000;
const COST_OF_STATE = 1 / 8;
const COST_OF_MATCH = 6;
const COST_OF_CHARACTER = 1 / 32;

/** Every instruction that reads a character, or waits for the end, after the same beginning. */
interface StateSet {
  readonly waiting: readonly number[];
  readonly isMatch: boolean;
  readonly after: Map<number, StateSet>;
}

/** Where in a text a program is. */
interface Place {
  readonly text: string;
  readonly effort: Effort;
  position: number;
}

const word = rangesOnly(WORD);

/**
 * Prepares a program for being asked whether it matches. It follows all ways at once, so the time
 * is bounded by the length of the text times the length of the program, and remembers which set of
 * ways a character leads to.
 */
export function stateMatcher(
  program: PatternProgram,
): (text: string, start: number, anchored: boolean, effort: Effort) => boolean {
  const { code, first, backward } = program;
  const isRegular = program.isRegular && !backward;
  const looks = new Map<Instruction, ReturnType<typeof stateMatcher>>();
  let states = new Map<string, StateSet>();
  let remembered = 0;
  let beginning: StateSet | undefined;
  let inside: boolean | undefined;
  const visited = new Uint32Array(code.length);
  let round = 0;

  /**
   * Where the instructions lead without reading a character. What only passes at the end of the text
   * waits for it, so that a set means the same in the middle of every text.
   */
  function close(from: readonly number[], place: Place, atEnd: boolean): StateSet {
    round += 1;
    const thisRound = round;
    const open = [...from];
    const waiting: number[] = [];
    let isMatch = false;
    let steps = 0;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (visited[index] === thisRound) continue;
      visited[index] = thisRound;
      steps += 1;
      const instruction = code[index];
      if (instruction === undefined) continue;
      if (instruction.op === 'match') isMatch = true;
      else if (instruction.op === 'characters') waiting.push(index);
      else if (instruction.op === 'fork') open.push(instruction.other, instruction.next);
      else if (isRegular && instruction.op === 'end' && !atEnd) waiting.push(index);
      else if (passes(instruction, place)) open.push(instruction.next);
    }
    spendEffort(place.effort, steps * COST_OF_STATE);
    return intern(waiting, isMatch);
  }

  function intern(waiting: number[], isMatch: boolean): StateSet {
    if (!isRegular) return { waiting, isMatch, after: new Map() };
    waiting.sort((a, b) => a - b);
    const key = `${isMatch}${waiting.join()}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= MOST_STATES || remembered >= MOST_REMEMBERED) {
      states = new Map();
      remembered = 0;
    }
    remembered += waiting.length;
    const created = { waiting, isMatch, after: new Map<number, StateSet>() };
    states.set(key, created);
    return created;
  }

  function passes(instruction: Instruction, place: Place): boolean {
    const { text, position } = place;
    switch (instruction.op) {
      case 'start':
        return position === 0 || (instruction.ofLine && isLineEnd(text, position - 1));
      case 'end':
        return position === text.length || (instruction.ofLine && isLineEnd(text, position));
      case 'boundary': {
        const differs = isWord(text, position - 1) !== isWord(text, position);
        return differs !== instruction.negated;
      }
      case 'look': {
        const matcher = looks.get(instruction) ?? stateMatcher(instruction.program);
        looks.set(instruction, matcher);
        return matcher(text, position, true, place.effort) !== instruction.negated;
      }
      default:
        return true;
    }
  }

  function step(set: StateSet, codePoint: number, place: Place, anchored: boolean): StateSet {
    const known = isRegular ? set.after.get(codePoint) : undefined;
    if (known !== undefined) return known;
    const reached: number[] = [];
    for (const index of set.waiting) {
      const instruction = code[index];
      if (instruction?.op !== 'characters') continue;
      if (holdsCharacter(instruction.set, codePoint)) reached.push(instruction.next);
    }
    spendEffort(place.effort, set.waiting.length * COST_OF_STATE);
    if (!anchored) reached.push(first);
    const next = close(reached, place, false);
    if (isRegular) {
      remembered += 1;
      set.after.set(codePoint, next);
    }
    return next;
  }

  /** Whether a match can begin anywhere else than at the start of the text, as far as is known. */
  function beginsInside(effort: Effort): boolean {
    if (!isRegular) return true;
    if (inside === undefined) {
      const set = close([first], { text: ' ', effort, position: 1 }, true);
      inside = set.waiting.length > 0 || set.isMatch;
    }
    return inside;
  }

  return (text, start, anchored, effort) => {
    spendEffort(effort, COST_OF_MATCH);
    const place: Place = { text, effort, position: start };
    const isBound = anchored || !beginsInside(effort);
    // A program that does not look around begins alike everywhere but at the start.
    let set = isRegular && start === 0 && beginning ? beginning : close([first], place, false);
    if (start === 0) beginning = set;
    for (;;) {
      if (set.isMatch) return true;
      if (set.waiting.length === 0 && isBound) return false;
      const codePoint = backward
        ? characterBefore(text, place.position)
        : text.codePointAt(place.position);
      if (codePoint === undefined) return isRegular && close(set.waiting, place, true).isMatch;
      const width = codePoint > 0xffff ? 2 : 1;
      place.position += backward ? -width : width;
      spendEffort(effort, COST_OF_CHARACTER);
      set = step(set, codePoint, place, isBound);
    }
  };
}

/** The code point that ends at a position. */
export function characterBefore(text: string, position: number): number | undefined {
  if (position === 0) return undefined;
  const pair = position > 1 ? text.codePointAt(position - 2) : undefined;
  return pair !== undefined && pair > 0xffff ? pair : text.charCodeAt(position - 1);
}

/** Whether the character at a position is one of `\w`. */
export function isWord(text: string, position: number): boolean {
  return position >= 0 && position < text.length && holdsCharacter(word, text.charCodeAt(position));
}

/** Whether the character at a position ends a line. */
export function isLineEnd(text: string, position: number): boolean {
  return /^[\n\r\u2028\u2029]/.test(text.charAt(position));
}
