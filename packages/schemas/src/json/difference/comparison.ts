import type { DifferenceType } from './difference-types.ts';
import type { SchemaModel } from './model.ts';

/** The way down from a pair of schemas to what differs. */
export type Steps = readonly (string | number)[];

/** A difference between two schemas themselves. */
export interface OwnDifference {
  readonly type: DifferenceType;
  readonly steps: Steps;
}

/** Two schemas inside those that are compared. */
export interface Pair {
  readonly original: SchemaModel;
  readonly update: SchemaModel;
}

/** A pair whose differences belong to those around it. */
export interface InnerPair extends Pair {
  readonly steps: Steps;
}

/** What the comparison of one pair finds, in the order in which it is told. */
export type Found = OwnDifference | InnerPair;

/**
 * A comparison that may ask about other pairs before it ends: it yields a pair and is told whether
 * the update of it takes everything that fits the original. So none waits on the call stack.
 */
export type Asking<Result> = Generator<Pair, Result, boolean>;

/** What the comparison of one pair may use. */
export interface Tools {
  /** Whether a regular expression matches anywhere in a text. */
  matches(pattern: string, text: string): boolean;
  /** Counts work, so that there is an end to it. */
  spend(steps: number): void;
}

/** What a name or a value in a list costs, where a pair of schemas costs 1. */
export const COST_OF_NAME = 1 / 8;

/** Makes a difference. */
export function differ(type: DifferenceType, ...steps: Steps): OwnDifference {
  return { type, steps };
}
