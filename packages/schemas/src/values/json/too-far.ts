import type { Question, Run } from './schema-part.ts';

/** Levels of schemas that are gone at once; a stack has room for about four times as many. */
const LEVELS_AT_ONCE = 400;

/** Thrown where a check must not go deeper before the question has been asked apart. */
export class TooFar extends Error {
  readonly question: Question;

  constructor(question: Question) {
    super('This is to be asked apart first');
    this.question = question;
  }
}

/** Whether a member or an element stands where a way that may become too long is to be cut. */
export function isHalfway({ level, halfway }: Run): boolean {
  return halfway === undefined && level >= LEVELS_AT_ONCE / 2;
}

/**
 * Makes sure that there is still way to go.
 *
 * @throws TooFar where there is not, with the question to ask apart
 */
export function requireWay({ level, halfway }: Run): void {
  if (halfway !== undefined && level > LEVELS_AT_ONCE) throw new TooFar(halfway);
}
