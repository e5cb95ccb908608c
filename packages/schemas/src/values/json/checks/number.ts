import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonNumber } from '../../../lossless-json/value.ts';
import type { Decimal } from '../decimal.ts';
import { compareDecimals, isMultiple, readDecimal } from '../decimal.ts';
import type { Check, KeywordContext } from '../schema-part.ts';
import { numberCheck } from './plain-check.ts';

/** `minimum`; `exclusiveMinimum: true` beside it is how draft 4 excludes it. */
export function readMinimum(written: JsonValue, { keywords }: KeywordContext): Check | undefined {
  const excluded = keywords.get('exclusiveMinimum') === true;
  return readBound(written, excluded ? 'more than' : 'at least');
}

/** `maximum`; `exclusiveMaximum: true` beside it is how draft 4 excludes it. */
export function readMaximum(written: JsonValue, { keywords }: KeywordContext): Check | undefined {
  const excluded = keywords.get('exclusiveMaximum') === true;
  return readBound(written, excluded ? 'less than' : 'at most');
}

/** `exclusiveMinimum` */
export function readExclusiveMinimum(written: JsonValue): Check | undefined {
  return readBound(written, 'more than');
}

/** `exclusiveMaximum` */
export function readExclusiveMaximum(written: JsonValue): Check | undefined {
  return readBound(written, 'less than');
}

/** `multipleOf` */
export function readMultipleOf(written: JsonValue): Check | undefined {
  if (!isJsonNumber(written)) return undefined;
  const divisor = readDecimal(written.number);
  if (divisor.digits <= 0n) return undefined;
  return numberCheck(`a multiple of ${written.number}`, (value) =>
    isMultiple(readDecimal(value), divisor),
  );
}

type Relation = 'at least' | 'more than' | 'at most' | 'less than';

const HOLDS: Readonly<Record<Relation, (difference: number) => boolean>> = {
  'at least': (difference) => difference >= 0,
  'more than': (difference) => difference > 0,
  'at most': (difference) => difference <= 0,
  'less than': (difference) => difference < 0,
};

function readBound(written: JsonValue, relation: Relation): Check | undefined {
  if (!isJsonNumber(written)) return undefined;
  const bound = readDecimal(written.number);
  const holds = HOLDS[relation];
  const compare = comparison(bound, written.number);
  return numberCheck(`a number of ${relation} ${written.number}`, (value) => holds(compare(value)));
}

/** Compares a value with a bound, as numbers where these tell the bound exactly. */
function comparison(bound: Decimal, spelling: string): (value: number | bigint) => number {
  const nearest = Number(spelling);
  const isExact = Number.isFinite(nearest) && compareDecimals(readDecimal(nearest), bound) === 0;
  return (value) =>
    isExact && typeof value === 'number'
      ? value - nearest
      : compareDecimals(readDecimal(value), bound);
}
