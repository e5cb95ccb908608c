import { spellingOf } from './spelled-number.ts';

/** The token of Jackson with which a value begins. */
export function tokenOf(value: unknown): string {
  if (value === null) return 'VALUE_NULL';
  const number = spellingOf(value);
  if (number !== undefined)
    return /^-?\d+$/.test(number) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return 'START_OBJECT';
}
