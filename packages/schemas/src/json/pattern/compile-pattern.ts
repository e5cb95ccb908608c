import type { CharacterSet } from './character-set.ts';
import { refuseSize } from './parse-pattern.ts';
import type { PatternNode, PatternTree } from './pattern-node.ts';

type RepeatNode = Extract<PatternNode, { type: 'repeat' }>;

const MOST_INSTRUCTIONS = 200_000;

/** One step of matching; the numbers are positions in the list of instructions. */
export type Instruction =
  | { readonly op: 'match' }
  | { readonly op: 'characters'; readonly set: CharacterSet; readonly next: number }
  | { readonly op: 'fork'; readonly next: number; readonly other: number }
  | { readonly op: 'start' | 'end'; readonly ofLine: boolean; readonly next: number }
  | { readonly op: 'boundary'; readonly negated: boolean; readonly next: number }
  | {
      readonly op: 'look';
      readonly program: PatternProgram;
      readonly negated: boolean;
      readonly next: number;
    }
  | { readonly op: 'register'; readonly register: number; readonly next: number }
  | { readonly op: 'progress'; readonly register: number; readonly next: number }
  | { readonly op: 'forget'; readonly from: number; readonly to: number; readonly next: number }
  | { readonly op: 'backreference'; readonly indexes: readonly number[]; readonly next: number };

/** A regular expression as instructions. */
export interface PatternProgram {
  readonly code: readonly Instruction[];
  readonly first: number;
  /** Goes through the text from its end to its start, as what stands in a lookbehind does. */
  readonly backward: boolean;
  /** Where what groups have captured is kept, and where rounds of repetitions began. */
  readonly registers: number;
  /** How many instructions there are, those of the parts that look around included. */
  readonly size: number;
  /** Whether what follows a place depends only on the instructions that are reached there. */
  readonly isRegular: boolean;
}

/**
 * Makes instructions of a regular expression; counted repetitions are written out.
 *
 * @throws SchemaError `too_large`
 */
export function compilePattern(
  text: string,
  { root, captures, hasBackreference }: PatternTree,
): PatternProgram {
  let left = MOST_INSTRUCTIONS;
  let registers = 2 * (captures + 1);

  /** Where a round began; one is over before the next begins, so that all of a repetition share it. */
  const rounds = new Map<RepeatNode, number>();

  function registerOf(node: RepeatNode): number {
    const known = rounds.get(node);
    if (known !== undefined) return known;
    const register = registers;
    registers += 1;
    rounds.set(node, register);
    return register;
  }

  function spend(): void {
    left -= 1;
    if (left < 0) throw refuseSize(text, 'repeats too much');
  }

  function compile(node: PatternNode, backward: boolean): PatternProgram {
    const code: Instruction[] = [{ op: 'match' }];
    let isRegular = true;

    function put(instruction: Instruction): number {
      spend();
      return code.push(instruction) - 1;
    }

    /** Writes what leads through a node to `next`, and answers where it begins. */
    function emit(part: PatternNode, next: number): number {
      switch (part.type) {
        case 'characters':
          return put({ op: 'characters', set: part.set, next });
        case 'sequence': {
          const order = backward ? part.parts : [...part.parts].reverse();
          return order.reduce((following, inner) => emit(inner, following), next);
        }
        case 'alternatives':
          return part.branches
            .map((branch) => emit(branch, next))
            .reduceRight((other, branch) => put({ op: 'fork', next: branch, other }));
        case 'repeat':
          return emitRepeat(part, next);
        case 'capture': {
          const [opening, closing] = [2 * part.index, 2 * part.index + 1];
          const end = put({ op: 'register', register: backward ? opening : closing, next });
          const inner = emit(part.part, end);
          return put({ op: 'register', register: backward ? closing : opening, next: inner });
        }
        case 'backreference':
          return put({ op: 'backreference', indexes: part.indexes, next });
        case 'start':
        case 'end':
          if (part.ofLine) isRegular = false;
          return put({ op: part.type, ofLine: part.ofLine, next });
        case 'boundary':
          isRegular = false;
          return put({ op: 'boundary', negated: part.negated, next });
        case 'look': {
          isRegular = false;
          const program = compile(part.part, part.behind);
          return put({ op: 'look', program, negated: part.negated, next });
        }
      }
    }

    /** Rounds as ECMA-262 makes them (RepeatMatcher), as far as anybody can tell them from others. */
    function emitRepeat(node: RepeatNode, next: number): number {
      const { part, least, greatest } = node;
      let entry = next;
      if (greatest === Infinity) {
        const fork = put({ op: 'fork', next, other: next });
        code[fork] = forkTo(emitOptional(node, fork), next, node);
        entry = fork;
      } else {
        for (let count = least; count < greatest; count += 1) {
          const round = hasBackreference ? emitOptional(node, entry) : emit(part, entry);
          entry = put(forkTo(round, next, node));
        }
      }
      for (let count = 0; count < least; count += 1) {
        spend();
        entry = emitRound(node, entry);
      }
      return entry;
    }

    /** A round that nobody needs, and that therefore has to match something. */
    function emitOptional(node: RepeatNode, next: number): number {
      const register = registerOf(node);
      const end = put({ op: 'progress', register, next });
      return put({ op: 'register', register, next: emitRound(node, end) });
    }

    /** A round begins without what the groups within have captured in the one before. */
    function emitRound({ part, captures: within }: RepeatNode, next: number): number {
      const round = emit(part, next);
      if (within === undefined || !hasBackreference) return round;
      const [first, last] = within;
      return put({ op: 'forget', from: 2 * first, to: 2 * last + 2, next: round });
    }

    const first = emit(node, 0);
    return { code, first, backward, registers: 0, size: 0, isRegular };
  }

  const program = compile(root, false);
  return { ...withRegisters(program, registers), size: MOST_INSTRUCTIONS - left };
}

function forkTo(round: number, next: number, { lazy }: RepeatNode): Instruction {
  return lazy ? { op: 'fork', next, other: round } : { op: 'fork', next: round, other: next };
}

/** Says in every part of a program how many registers the whole of it has. */
function withRegisters(program: PatternProgram, registers: number): PatternProgram {
  const code = program.code.map((instruction) =>
    instruction.op === 'look'
      ? { ...instruction, program: withRegisters(instruction.program, registers) }
      : instruction,
  );
  return { ...program, code, registers };
}
