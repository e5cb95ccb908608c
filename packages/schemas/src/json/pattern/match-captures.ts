import type { Effort } from '../effort.ts';
import { spendEffort } from '../effort.ts';
import { holdsCharacter } from './character-set.ts';
import type { Instruction, PatternProgram } from './compile-pattern.ts';
import { characterBefore, isLineEnd, isWord } from './match-states.ts';

const COST_OF_STEP = 4;

/** One way through a program: where it is, and what it has captured. */
interface Way {
  index: number;
  position: number;
  registers: readonly number[];
}

/**
 * Whether a program matches anywhere in a text; for those that repeat what a group has captured.
 * It tries one way after the other, of which there can be very many: the effort ends it.
 */
export function matchesWithCaptures(
  program: PatternProgram,
  text: string,
  effort: Effort,
): boolean {
  const none = Array.from({ length: program.registers }, () => -1);
  for (let start = 0; start <= text.length; start += 1) {
    if (findWay(program, text, start, none, effort) !== undefined) return true;
  }
  return false;
}

/** The registers of the first way that leads to a match from a place, undefined where none does. */
function findWay(
  program: PatternProgram,
  text: string,
  start: number,
  captured: readonly number[],
  effort: Effort,
): readonly number[] | undefined {
  const ways: Way[] = [{ index: program.first, position: start, registers: captured }];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    spendEffort(effort, COST_OF_STEP);
    const instruction = program.code[way.index];
    if (instruction === undefined) continue;
    if (instruction.op === 'match') return way.registers;
    if (instruction.op === 'fork') {
      ways.push({ ...way, index: instruction.other }, { ...way, index: instruction.next });
      continue;
    }
    const next = follow(instruction, way, program.backward, text, effort);
    if (next !== undefined) ways.push({ ...next, index: instruction.next });
  }
  return undefined;
}

type Single = Exclude<Instruction, { op: 'match' | 'fork' }>;

function follow(
  instruction: Single,
  way: Way,
  backward: boolean,
  text: string,
  effort: Effort,
): Way | undefined {
  const { position, registers } = way;
  switch (instruction.op) {
    case 'characters': {
      const code = backward ? characterBefore(text, position) : text.codePointAt(position);
      if (code === undefined || !holdsCharacter(instruction.set, code)) return undefined;
      const width = code > 0xffff ? 2 : 1;
      return { ...way, position: position + (backward ? -width : width) };
    }
    case 'register': {
      spendEffort(effort, registers.length / 2);
      return { ...way, registers: registers.with(instruction.register, position) };
    }
    case 'progress':
      return registers[instruction.register] === position ? undefined : way;
    case 'forget':
      spendEffort(effort, registers.length / 2);
      return { ...way, registers: registers.slice().fill(-1, instruction.from, instruction.to) };
    case 'backreference':
      return repeatCapture(instruction.indexes, way, backward, text, effort);
    case 'look': {
      const found = findWay(instruction.program, text, position, registers, effort);
      if ((found === undefined) !== instruction.negated) return undefined;
      return { ...way, registers: found ?? registers };
    }
    case 'start':
      return position === 0 || (instruction.ofLine && isLineEnd(text, position - 1))
        ? way
        : undefined;
    case 'end':
      return position === text.length || (instruction.ofLine && isLineEnd(text, position))
        ? way
        : undefined;
    case 'boundary': {
      const differs = isWord(text, position - 1) !== isWord(text, position);
      return differs !== instruction.negated ? way : undefined;
    }
  }
}

/** A group that has captured nothing matches what is empty. */
function repeatCapture(
  indexes: readonly number[],
  way: Way,
  backward: boolean,
  text: string,
  effort: Effort,
): Way | undefined {
  const { position, registers } = way;
  for (const index of indexes) {
    const [opening = -1, closing = -1] = [registers[2 * index], registers[2 * index + 1]];
    if (opening === -1 || closing === -1 || closing <= opening) continue;
    const captured = text.slice(opening, closing);
    spendEffort(effort, captured.length);
    const start = backward ? position - captured.length : position;
    if (start < 0 || !text.startsWith(captured, start)) return undefined;
    return { ...way, position: backward ? start : start + captured.length };
  }
  return way;
}
