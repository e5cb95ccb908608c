import type { CharacterSet } from './character-set.ts';
import { refuseSize } from './parse-pattern.ts';
import type { PatternNode, PatternTree } from './pattern-node.ts';

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
  /** Whether it repeats what a group has captured, which no set of states can tell. */
  readonly hasBackreference: boolean;
  /** Whether what follows a place depends only on the instructions that are reached there. */
  readonly isRegular: boolean;
}

/**
 * Makes instructions of a regular expression; counted repetitions are written out.
 *
 * @throws SchemaError `too_large`
 */
export function compilePattern(text: string, { root, captures }: PatternTree): PatternProgram {
  let left = MOST_INSTRUCTIONS;
  let registers = 2 * (captures + 1);

  function spend(): void {
    left -= 1;
    if (left < 0) throw refuseSize(text, 'repeats too much');
  }

  function compile(node: PatternNode, backward: boolean): PatternProgram {
    const code: Instruction[] = [{ op: 'match' }];
    let hasBackreference = false;
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
          hasBackreference = true;
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
          hasBackreference ||= program.hasBackreference;
          return put({ op: 'look', program, negated: part.negated, next });
        }
      }
    }

    function emitRepeat(
      { part, least, greatest }: Extract<PatternNode, { type: 'repeat' }>,
      next: number,
    ): number {
      let entry = next;
      if (greatest === Infinity) {
        const register = registers;
        registers += 1;
        const fork = put({ op: 'fork', next, other: next });
        const end = put({ op: 'progress', register, next: fork });
        const inner = emit(part, end);
        const begin = put({ op: 'register', register, next: inner });
        code[fork] = { op: 'fork', next: begin, other: next };
        entry = fork;
      } else {
        for (let count = least; count < greatest; count += 1) {
          entry = put({ op: 'fork', next: emit(part, entry), other: next });
        }
      }
      for (let count = 0; count < least; count += 1) {
        spend();
        entry = emit(part, entry);
      }
      return entry;
    }

    const first = emit(node, 0);
    return { code, first, backward, registers: 0, size: 0, hasBackreference, isRegular };
  }

  const program = compile(root, false);
  return { ...withRegisters(program, registers), size: MOST_INSTRUCTIONS - left };
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
