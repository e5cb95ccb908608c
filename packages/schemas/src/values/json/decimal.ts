/** An exact number: `digits × 10^exponent`, the digits without zeros at their end. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const GREATEST_EXPONENT = 1e12;
const ZERO: Decimal = { digits: 0n, exponent: 0 };

/** Reads a number as JavaScript or JSON spell it, without rounding it. */
export function readDecimal(number: number | bigint | string): Decimal {
  const spelling = String(number);
  const parts = /^([+-]?)([0-9]+)(?:\.([0-9]+))?(?:e([+-]?[0-9]+))?$/i.exec(spelling);
  if (parts === null) return ZERO;
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts;
  const written = whole + fraction;
  const digits = written.replace(/0+$/, '');
  if (digits === '' || /^0+$/.test(digits)) return ZERO;
  const scale = Math.max(-GREATEST_EXPONENT, Math.min(GREATEST_EXPONENT, Number(power)));
  const exponent = scale - fraction.length + (written.length - digits.length);
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${digits}`), exponent };
}

/** Below zero where the first is less, above where it is greater. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const sign = signOf(a);
  if (sign !== signOf(b)) return sign - signOf(b);
  if (sign === 0) return 0;
  const larger = magnitudeOf(a) - magnitudeOf(b);
  if (larger !== 0) return larger * sign;
  // Of one magnitude, so the exponents differ by no more than there are digits.
  const least = Math.min(a.exponent, b.exponent);
  const difference = scaleTo(a, least) - scaleTo(b, least);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Whether a number is a whole multiple of another, which is not zero. */
export function isMultiple({ digits, exponent }: Decimal, divisor: Decimal): boolean {
  if (digits === 0n) return true;
  // Digits that end in no zero are no multiple of ten.
  if (exponent < divisor.exponent) return false;
  const modulus = divisor.digits < 0n ? -divisor.digits : divisor.digits;
  return (digits * powerOfTen(exponent - divisor.exponent, modulus)) % modulus === 0n;
}

/** A number that equal numbers share the spelling of. */
export function spellDecimal({ digits, exponent }: Decimal): string {
  return `${digits}e${exponent}`;
}

/** The digits of a number whose exponent is lowered. */
export function scaleTo({ digits, exponent }: Decimal, lower: number): bigint {
  return digits * 10n ** BigInt(exponent - lower);
}

function signOf({ digits }: Decimal): number {
  return digits === 0n ? 0 : digits < 0n ? -1 : 1;
}

function magnitudeOf({ digits, exponent }: Decimal): number {
  return String(digits < 0n ? -digits : digits).length + exponent;
}

function powerOfTen(exponent: number, modulus: bigint): bigint {
  let result = 1n % modulus;
  let base = 10n % modulus;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}
