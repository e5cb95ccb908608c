import { isMembers } from '../plain-value.ts';

/** What a value of JSON is. */
export type ValueKind = 'null' | 'boolean' | 'string' | 'number' | 'array' | 'object';

/** What a value is, undefined for one that JSON does not have. */
export function kindOf(value: unknown): ValueKind | undefined {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'number';
    case 'number':
      return Number.isFinite(value) ? 'number' : undefined;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'array';
      return isMembers(value) ? 'object' : undefined;
    default:
      return undefined;
  }
}

/** Whether a value is of a type, as the keyword `type` names them. */
export function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return typeof value === 'bigint' || Number.isInteger(value);
  return kindOf(value) === type;
}

/** Whether a value is a number of JSON. */
export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
}
