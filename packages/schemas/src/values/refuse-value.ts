import { SchemaError } from '../schema-error.ts';
import type { ValueProblem } from './value-problem.ts';

/** The error for a message that is no value of its schema. */
export function refuseValue(problems: readonly ValueProblem[]): SchemaError {
  const [first] = problems;
  const left = problems.length - 1;
  const others = left === 1 ? 'is 1 more problem' : `are ${left} more problems`;
  const more = left > 0 ? ` There ${others}.` : '';
  const where = first === undefined ? '' : ` At ${first.path}: ${first.message}`;
  return new SchemaError(`The message does not fit its schema.${where}${more}`, {
    code: 'invalid_value',
    details: first?.message ?? 'The message does not fit its schema',
    problems,
  });
}
