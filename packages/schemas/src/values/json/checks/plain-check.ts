import { isMembers } from '../../plain-value.ts';
import { describeFound } from '../../value-problem.ts';
import type { Check, Run } from '../schema-part.ts';
import { isNumeric } from '../value-kind.ts';
import { tell } from '../walk-part.ts';

type Numeric = number | bigint;
type Members = Readonly<Record<string, unknown>>;

/** What is wrong with one value, in words. */
interface Words<Value> {
  expected: string;
  /** @default the value in words */
  found?: (value: Value) => string;
  hint?: (value: Value) => string | undefined;
  weight?: number;
}

/** A check of one value that does not lead into other schemas. */
export function plainCheck(
  fits: (value: unknown, run: Run) => boolean,
  { expected, found = describeFound, hint, weight }: Words<unknown>,
): Check {
  return {
    fits,
    tell: (value, telling) => {
      if (fits(value, telling.run)) return;
      const more = { hint: hint?.(value), ...(weight === undefined ? {} : { weight }) };
      tell(telling, { expected, found: found(value), ...more });
    },
  };
}

/** A check of texts; it has nothing to say of other values. */
export function textCheck(expected: string, fits: (value: string, run: Run) => boolean): Check {
  return plainCheck((value, run) => typeof value !== 'string' || fits(value, run), { expected });
}

/** A check of numbers. */
export function numberCheck(expected: string, fits: (value: Numeric) => boolean): Check {
  return plainCheck((value) => !isNumeric(value) || fits(value), { expected });
}

/** A check of lists. */
export function listCheck(
  expected: string,
  fits: (value: readonly unknown[], run: Run) => boolean,
): Check {
  return plainCheck((value, run) => !Array.isArray(value) || fits(value, run), { expected });
}

/** A check of objects. */
export function objectCheck(expected: string, fits: (value: Members, run: Run) => boolean): Check {
  return plainCheck((value, run) => !isMembers(value) || fits(value, run), { expected });
}
