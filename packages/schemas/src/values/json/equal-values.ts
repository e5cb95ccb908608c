import { isMembers } from '../plain-value.ts';
import { readDecimal, spellDecimal } from './decimal.ts';

/**
 * A text that two values share if and only if they are equal as JSON: the order of members does not
 * matter, nor does the spelling of numbers.
 *
 * @param spend is told how much was looked at
 */
export function identityOf(value: unknown, spend: (amount: number) => void): string {
  spend(1);
  switch (typeof value) {
    case 'string':
      spend(value.length / 64);
      return JSON.stringify(value);
    case 'number':
      if (Number.isSafeInteger(value)) return identityOfInteger(value);
      return Number.isFinite(value) ? spellDecimal(readDecimal(value)) : `?${value}`;
    case 'bigint':
      return spellDecimal(readDecimal(value));
    case 'object':
      break;
    default:
      return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((element) => identityOf(element, spend)).join()}]`;
  }
  if (!isMembers(value)) return value === null ? 'null' : '?';
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${identityOf(value[name], spend)}`);
  return `{${members.join()}}`;
}

function identityOfInteger(value: number): string {
  return value % 10 === 0 ? spellDecimal(readDecimal(value)) : `${value}e0`;
}
