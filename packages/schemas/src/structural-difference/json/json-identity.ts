import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';

/**
 * Numbers values so that equal ones get the same number, whatever the order of their keys. Each part
 * is looked at once, so that comparing parts of parts stays linear.
 */
export function jsonIdentities(): (value: JsonValue) => number {
  const numbers = new Map<string, number>();
  const known = new Map<JsonValue, number>();

  function identity(value: JsonValue): number {
    if (!isJsonArray(value) && !isJsonObject(value)) return intern(scalarText(value));
    const before = known.get(value);
    if (before !== undefined) return before;
    const number = intern(isJsonArray(value) ? arrayText(value) : objectText(value));
    known.set(value, number);
    return number;
  }

  function intern(text: string): number {
    const before = numbers.get(text);
    if (before !== undefined) return before;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  }

  function arrayText(value: readonly JsonValue[]): string {
    return `[${value.map(identity).join(',')}`;
  }

  function objectText(value: ReadonlyMap<string, JsonValue>): string {
    // A key as a number cannot be mistaken for a part of another.
    const members = [...value].map(([key, member]) => `${intern(`"${key}`)}:${identity(member)}`);
    return `{${members.sort().join(',')}`;
  }

  return identity;
}

function scalarText(value: JsonValue): string {
  if (typeof value === 'string') return `"${value}`;
  if (value === null || typeof value === 'boolean') return String(value);
  return 'number' in value ? `#${String(value.number)}` : '';
}
