/**
 * Spells a JSON number as the registry prints it again for a JSON Schema: integers as they are,
 * everything else as Java's `BigDecimal.toString` does. Nothing is rounded: `1.0` stays, `1e3`
 * becomes `1E+3`.
 */
export function spellBigDecimal(written: string): string {
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(written);
  if (parts === null) return written;
  const [, minus = '', whole = '', fraction = '', power] = parts;
  if (fraction === '' && power === undefined) return written === '-0' ? '0' : written;
  const digits = (whole + fraction).replace(/^0+(?=[0-9])/, '');
  const sign = digits === '0' || /^0+$/.test(digits) ? '' : minus;
  const scale = fraction.length - Number(power ?? 0);
  const exponent = digits.length - 1 - scale;
  if (scale >= 0 && exponent >= -6) {
    if (scale === 0) return sign + digits;
    const padded = digits.padStart(scale + 1, '0');
    return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  }
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const exponentPart = exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`;
  return `${sign}${digits.charAt(0)}${rest}${exponentPart}`;
}
