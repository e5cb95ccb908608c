import type { Members } from '../plain-value.ts';
import type { ValuePath, ValueProblem } from '../value-problem.ts';
import { describeFound, pointer } from '../value-problem.ts';
import type { MessageShape } from './message-shape.ts';
import type { MessageShapes } from './message-shapes.ts';
import { GREATEST_DEPTH, GREATEST_EFFORT, NESTED_EFFORT } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';
import { beginSized, endSized, newWireWriter, writeTag } from './wire-writer.ts';

/** Stands for the value where there is none, because it does not fit. */
export const UNFIT = Symbol('unfit');

/** One walk of a message along its schema, which writes what fits. */
export interface Fit {
  readonly shapes: MessageShapes;
  readonly writer: WireWriter;
  readonly problems: ValueProblem[];
  /** The walk ends at so many problems. */
  readonly limit: number;
  readonly path: ValuePath;
  depth: number;
  steps: number;
  /** Whether it was told that there are too many values. */
  isExhausted: boolean;
}

/** How the other messages are fitted. */
export interface Fitters {
  fitMessage(shape: MessageShape, value: unknown, fit: Fit): boolean;
  fitMembers(shape: MessageShape, value: Members, fit: Fit, apart?: string): boolean;
}

/** A walk that has not begun. */
export function newFit(shapes: MessageShapes, limit: number): Fit {
  return {
    shapes,
    writer: newWireWriter(),
    problems: [],
    limit,
    path: [],
    depth: 0,
    steps: 0,
    isExhausted: false,
  };
}

/** Whether the walk need not go on after a problem. */
export function isOver({ problems, limit, steps }: Fit): boolean {
  return problems.length >= limit || steps > GREATEST_EFFORT;
}

/** Counts one more value; false, with a problem, where there are too many. */
export function countValue(fit: Fit): boolean {
  fit.steps += 1;
  return fit.steps <= GREATEST_EFFORT || tellSize(fit);
}

/** Notes that a message is too large, unless that was told before. */
function tellSize(fit: Fit): false {
  if (fit.isExhausted) return false;
  fit.isExhausted = true;
  return tell(fit, {
    message:
      'The message holds millions of values, which is too much to check. Check a part of it.',
    expected: 'a message of a usual size',
    found: 'millions of values',
  });
}

/** Notes a problem where the walk is; answers false. */
export function tell(fit: Fit, problem: Omit<ValueProblem, 'path'>): false {
  if (fit.problems.length < fit.limit) {
    fit.problems.push({ path: pointer(fit.path), ...problem });
  }
  return false;
}

/** Notes that a value is not what is expected; `hint` says what to do about it, if that is known. */
export function tellMismatch(fit: Fit, expected: string, value: unknown, hint = ''): false {
  const found = describeFound(value);
  const advice = hint === '' ? '' : ` ${hint}`;
  return tell(fit, { message: `Expected ${expected}, found ${found}.${advice}`, expected, found });
}

/**
 * Begins a field that holds others, one level down.
 *
 * @returns what {@link endNested} is told; undefined, with a problem, where that is too deep
 */
export function beginNested(
  fit: Fit,
  number: number,
  kind: 'message' | 'group' = 'message',
): number | undefined {
  if (fit.depth >= GREATEST_DEPTH) {
    tell(fit, {
      message: `The message nests deeper than ${GREATEST_DEPTH} levels, which readers of Protobuf refuse. Flatten it.`,
      expected: `at most ${GREATEST_DEPTH} levels`,
      found: 'more',
    });
    return undefined;
  }
  fit.depth += 1;
  fit.steps += NESTED_EFFORT;
  writeTag(fit.writer, number, kind === 'group' ? 3 : 2);
  return kind === 'group' ? 0 : beginSized(fit.writer);
}

/** Ends it. */
export function endNested(
  fit: Fit,
  number: number,
  begin: number,
  kind: 'message' | 'group' = 'message',
): void {
  if (kind === 'group') writeTag(fit.writer, number, 4);
  else endSized(fit.writer, begin);
  fit.depth -= 1;
}
