import type { CharacterSet } from '../../../json/pattern/character-set.ts';
import { holdsCharacter } from '../../../json/pattern/character-set.ts';
import type { PatternNode, PatternTree } from '../../../json/pattern/pattern-node.ts';
import type { Random } from '../random.ts';

const LONGEST = 20_000;
const FURTHEST = 0x3100;
const USUAL = Array.from('abcdefghijklmnopqrstuvwxyz0123456789', (letter) => letter.charCodeAt(0));
const CAPITALS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => letter.charCodeAt(0));

/**
 * Makes up a text that a regular expression may match; what looks around is not looked at, so the
 * text has to be checked.
 *
 * @param stretch how often more than necessary parts are repeated
 * @returns undefined where it would be too long, or a character cannot be found
 */
export function textFromPattern(
  { root }: Pick<PatternTree, 'root'>,
  random: Random,
  stretch: number,
): string | undefined {
  const captures = new Map<number, string>();
  let length = 0;

  function make(node: PatternNode): string | undefined {
    switch (node.type) {
      case 'characters': {
        const code = pickCharacter(node.set, random);
        length += 1;
        return code === undefined || length > LONGEST ? undefined : String.fromCodePoint(code);
      }
      case 'sequence':
        return joinAll(node.parts.map((part) => () => make(part)));
      case 'alternatives': {
        const [first, ...rest] = node.branches;
        return first === undefined ? '' : make(random.pick([first, ...rest]));
      }
      case 'repeat': {
        const most = Math.min(node.greatest, node.least + stretch);
        const count = random.between(Math.min(node.least || 1, most), most);
        if (count > LONGEST) return undefined;
        return joinAll(Array.from({ length: count }, () => () => make(node.part)));
      }
      case 'capture': {
        const text = make(node.part);
        if (text !== undefined) captures.set(node.index, text);
        return text;
      }
      case 'backreference':
        return node.indexes.map((index) => captures.get(index)).find((text) => text) ?? '';
      default:
        return '';
    }
  }

  return make(root);
}

/**
 * Makes up a text that holds what a regular expression looks for ahead, piece by piece: so passwords
 * get one character of each kind.
 */
export function textFromLooks({ root }: PatternTree, random: Random): string {
  let whole = '';
  for (const node of root.type === 'sequence' ? root.parts : [root]) {
    if (node.type !== 'look' || node.negated || node.behind) continue;
    whole += textFromPattern({ root: node.part }, random, 0) ?? '';
  }
  return whole;
}

function joinAll(makers: readonly (() => string | undefined)[]): string | undefined {
  let whole = '';
  for (const make of makers) {
    const text = make();
    if (text === undefined) return undefined;
    whole += text;
  }
  return whole;
}

/** One of a set, a letter or a digit where there are any. */
function pickCharacter(set: CharacterSet, random: Random): number | undefined {
  const holds = (code: number): boolean => holdsCharacter(set, code);
  for (const usual of [USUAL, CAPITALS]) {
    const [first, ...rest] = usual.filter(holds);
    if (first !== undefined) return random.pick([first, ...rest]);
  }
  // A hyphen or the like looks better than a blank.
  for (const [from, to] of [
    [0x21, 0x7e],
    [0x20, 0x20],
    [0xa1, FURTHEST],
    [0x01, 0x1f],
  ] as const) {
    const [first, ...rest] = codesBetween(from, to).filter(holds);
    if (first !== undefined) return random.pick([first, ...rest]);
  }
  return set.negated ? undefined : set.ranges.flat().find(holds);
}

function codesBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
