import type { Effort } from '../../json/effort.ts';
import { spendEffort } from '../../json/effort.ts';
import { isMembers } from '../plain-value.ts';
import type { ValuePath, ValueProblem } from '../value-problem.ts';
import { describeFound, pointer } from '../value-problem.ts';
import { GREATEST_DEPTH } from './run.ts';
import { kindOf } from './value-kind.ts';

/** Finds what JSON cannot hold, and what nests too deep: the first such place. */
export function findForeign(value: unknown, effort: Effort): ValueProblem | undefined {
  const path: ValuePath = [];

  function visit(part: unknown): ValueProblem | undefined {
    spendEffort(effort, 1 / 4);
    if (kindOf(part) === undefined) return foreign(part, path);
    if (typeof part !== 'object' || part === null) return undefined;
    if (path.length >= GREATEST_DEPTH) return tooDeep(path);
    if (Array.isArray(part)) {
      for (const [index, element] of part.entries()) {
        path.push(index);
        const problem = visit(element);
        if (problem !== undefined) return problem;
        path.pop();
      }
    } else if (isMembers(part)) {
      for (const name of Object.keys(part)) {
        // A member without a value is not written.
        if (part[name] === undefined) continue;
        path.push(name);
        const problem = visit(part[name]);
        if (problem !== undefined) return problem;
        path.pop();
      }
    }
    return undefined;
  }

  return visit(value);
}

function foreign(value: unknown, path: ValuePath): ValueProblem {
  const found = describeFound(value);
  const expected = 'a value that JSON has';
  return {
    path: pointer(path),
    message: `JSON has no such value: found ${found}.`,
    expected,
    found,
  };
}

function tooDeep(path: ValuePath): ValueProblem {
  return {
    path: pointer(path.slice(0, 10)),
    message: `The message nests deeper than ${GREATEST_DEPTH} levels. Flatten it.`,
    expected: `at most ${GREATEST_DEPTH} levels`,
    found: 'more',
  };
}
