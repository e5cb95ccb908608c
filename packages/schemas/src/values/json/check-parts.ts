import { EffortSpent } from '../../json/effort.ts';
import { isSchemaError, SchemaError } from '../../schema-error.ts';
import type { ValueProblem } from '../value-problem.ts';
import { describeFound } from '../value-problem.ts';
import { askDeep } from './ask-deep.ts';
import { findForeign } from './require-json.ts';
import { GREATEST_EFFORT, newRun, refuseDepth } from './run.ts';
import type { SchemaPart } from './schema-part.ts';
import { fitsPart, tellPart } from './walk-part.ts';

/** What may be spent on saying what is wrong, when it is known that something is. */
const EFFORT_OF_WORDS = 2_000_000;

/**
 * Finds what is wrong with a value.
 *
 * @param limit how many problems are told
 * @throws SchemaError `too_large` where that takes too long, `invalid_schema`, `not_supported`
 */
export function findProblems(part: SchemaPart, value: unknown, limit: number): ValueProblem[] {
  const run = newRun();
  return guard(() => {
    const foreign = findForeign(value, run.effort);
    if (foreign !== undefined) return [foreign];
    if (askDeep(run, (question) => fitsPart(part, value, question, undefined))) return [];
    return tellProblems(part, value, limit);
  });
}

function tellProblems(part: SchemaPart, value: unknown, limit: number): ValueProblem[] {
  const run = newRun({ left: EFFORT_OF_WORDS });
  let problems: ValueProblem[] = [];
  try {
    askDeep(run, (question) => {
      problems = [];
      const state = { run: question, path: [], problems, limit, isShallow: false, weight: 0 };
      tellPart(part, value, state);
    });
  } catch (error) {
    if (!(error instanceof EffortSpent) && !isSchemaError(error, 'too_large')) throw error;
  }
  if (problems.length > 0) return problems;
  const found = describeFound(value);
  const message = 'The message does not fit the schema; the reason is too long to be found.';
  return [{ path: '/', message, expected: 'another value', found }];
}

function guard<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof EffortSpent) {
      const details = `The message takes more than ${GREATEST_EFFORT} steps to be checked`;
      const message = `${details}. Check a part of it, or simplify the schema.`;
      throw new SchemaError(message, { code: 'too_large', details, cause: error });
    }
    // The levels are counted, but how much of the stack was used before is not known.
    if (error instanceof RangeError && /call stack/i.test(error.message)) throw refuseDepth(error);
    throw error;
  }
}
