import { EffortSpent } from '../../json/effort.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';
import { findProblems } from '../../values/json/check-parts.ts';
import { newRun } from '../../values/json/run.ts';
import { schemaParts } from '../../values/json/schema-parts.ts';
import { fitsPart } from '../../values/json/walk-part.ts';
import { plainValue } from '../../values/plain-value.ts';

/** What all questions about one schema may cost together. */
const EFFORT = 500_000;
const MOST_REASONS = 20;
const LONGEST_VALUE = 20_000;

/** Says why a value does not fit a schema; undefined where it does, or where that is too hard to say. */
export type FindMisfit = (value: JsonValue, place: SchemaPlace) => string | undefined;

/** Asks whether values that stand in a schema, as defaults do, fit it. */
export function misfitFinder(schema: JsonSchema): FindMisfit {
  const parts = schemaParts(schema);
  const effort = { left: EFFORT };
  let reasons = 0;

  return (value, place) => {
    if (effort.left <= 0) return undefined;
    try {
      const part = parts.child(place);
      if (part === undefined || printLosslessJson(value).length > LONGEST_VALUE) return undefined;
      const plain = plainValue(value);
      if (fitsPart(part, plain, newRun(effort), undefined)) return undefined;
      reasons += 1;
      const [problem] = reasons > MOST_REASONS ? [] : findProblems(part, plain, 1);
      if (problem === undefined) return 'It does not fit.';
      const where = problem.path === '/' ? '' : `At ${problem.path}: `;
      return `${where}${problem.message}`;
    } catch (error) {
      // A schema that cannot be asked, or only at length, is for other rules.
      if (isSchemaError(error) || error instanceof EffortSpent) return undefined;
      throw error;
    }
  };
}
