import type { Decimal } from '../../json/decimal.ts';
import { compareDecimals, readDecimal, scaleTo } from '../../json/decimal.ts';
import { plausibleNumber } from '../plausible-number.ts';
import type { Random } from '../random.ts';
import type { Bound, Wish } from './wish.ts';

/** Beyond this many digits no number is made up. */
const MOST_DIGITS = 400;
const ONE: Decimal = { digits: 1n, exponent: 0 };

/**
 * Makes up a number within its bounds, one that fits the words of its name if there is one.
 *
 * @returns `none` where there is none, undefined where none can be written out
 */
export function makeNumber(
  wish: Wish,
  isInteger: boolean,
  words: string,
  random: Random,
): number | bigint | 'none' | undefined {
  const plausible = plausibleNumber(words, isInteger ? 'long' : 'double', random);
  if (wish.multiples.length === 0 && isWithin(readDecimal(plausible), wish)) return plausible;
  const steps = isInteger ? [...wish.multiples, ONE] : wish.multiples;
  const bounds = [wish.least?.value, wish.greatest?.value].filter((bound) => bound !== undefined);
  const sizes = [...steps, ...bounds].map(({ digits, exponent }) =>
    Math.abs(String(digits).length + Math.abs(exponent)),
  );
  if (sizes.some((size) => size > MOST_DIGITS)) return undefined;
  // Everything is counted in units of the smallest place, so that whole numbers are enough.
  const finest = Math.min(-2, ...[...steps, ...bounds].map(({ exponent }) => exponent));
  const unit = finest - (steps.length === 0 ? 2 : 0);
  const step = steps.map((each) => scaleTo(each, unit)).reduce(leastCommonMultiple, 1n);
  const first = boundIn(wish.least, unit, step, 1n);
  const last = boundIn(wish.greatest, unit, step, -1n);
  const near = readDecimal(plausible);
  const wanted = near.exponent >= unit ? scaleTo(near, unit) / step : 0n;
  const count = pickBetween(first, last, wanted, random);
  return count === undefined ? 'none' : spelledNumber(count * step, unit, isInteger);
}

function pickBetween(
  first: bigint | undefined,
  last: bigint | undefined,
  wanted: bigint,
  random: Random,
): bigint | undefined {
  if (first !== undefined && last !== undefined && first > last) return undefined;
  const isHigh = last !== undefined && wanted > last;
  const isLow = first !== undefined && wanted < first;
  if (!isHigh && !isLow) return wanted;
  const span = first === undefined || last === undefined ? 1000n : last - first;
  const away = (span * BigInt(random.below(1001))) / 1000n;
  return first !== undefined ? first + away : (last ?? 0n) - away;
}

/** The bound in steps, rounded into the range. */
function boundIn(
  bound: Bound | undefined,
  unit: number,
  step: bigint,
  direction: 1n | -1n,
): bigint | undefined {
  if (bound === undefined) return undefined;
  const exact = scaleTo(bound.value, unit) + (bound.excluded ? direction : 0n);
  const rounded = floorDivide(exact * direction + step - 1n, step);
  return rounded * direction;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

function spelledNumber(units: bigint, exponent: number, isInteger: boolean): number | bigint {
  const spelling = `${units}e${exponent}`;
  const number = Number(spelling);
  if (!isInteger || Number.isSafeInteger(number)) return number;
  return units / 10n ** BigInt(-exponent);
}

function isWithin(value: Decimal, { least, greatest }: Wish): boolean {
  const above = least === undefined ? 1 : compareDecimals(value, least.value);
  const below = greatest === undefined ? 1 : compareDecimals(greatest.value, value);
  return (
    (above > 0 || (above === 0 && least?.excluded !== true)) &&
    (below > 0 || (below === 0 && greatest?.excluded !== true))
  );
}
