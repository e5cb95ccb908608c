/**
 * Spells a JSON number as the registry's Avro parser prints it again: integers as they are,
 * everything else as a Java double. One too great for a double becomes `"Infinity"` with its quotes.
 */
export function spellJavaNumber(written: string): string {
  if (/^-?[0-9]+$/.test(written)) return written === '-0' ? '0' : written;
  return spellDouble(Number(written));
}

/** Whether a number as {@link spellJavaNumber} spells it is an integer. */
export function isIntegerSpelling(spelling: string): boolean {
  return /^-?[0-9]+$/.test(spelling);
}

/** Whether an integer fits into 64 bits. */
export function isLong(spelling: string): boolean {
  if (spelling.length < 19) return true;
  return spelling.length <= 20 && BigInt.asIntN(64, BigInt(spelling)) === BigInt(spelling);
}

/** `Double.toString` of Java 19 and later, in quotes where it is no number. */
export function spellDouble(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const shortest = value.toExponential();
  // Java looks at two digits even where one would do: 4.9E-324, not 5E-324.
  const two = value.toExponential(1);
  return layOut(!shortest.includes('.') && Number(two) === value ? two : shortest);
}

/** `Float.toString` of Java 19 and later, in quotes where it is no number. */
export function spellFloat(value: number): string {
  const float = Math.fround(value);
  if (!Number.isFinite(float)) return `"${float}"`;
  if (float === 0) return Object.is(float, -0) ? '-0.0' : '0.0';
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = float.toExponential(digits);
    if (Math.fround(Number(candidate)) === float) return layOut(candidate);
  }
  return layOut(float.toExponential(9));
}

/** Reads what `Double.parseDouble` reads, or undefined. Hexadecimal floats are not read. */
export function parseJavaDouble(text: string): number | undefined {
  // Java trims everything up to a space.
  const trimmed = text.replace(/^[^!-\uffff]+|[^!-\uffff]+$/g, '');
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fFdD]?$/.test(trimmed)) {
    return Number(trimmed.replace(/[fFdD]$/, ''));
  }
  const word = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  if (word === null) return undefined;
  if (word[2] === 'NaN') return Number.NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}

function layOut(exponential: string): string {
  const [mantissa = '', power = '0'] = exponential.split('e');
  const exponent = Number(power);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  if (exponent < -3 || exponent >= 7) {
    return `${sign}${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
