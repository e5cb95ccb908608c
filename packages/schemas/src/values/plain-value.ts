import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';

/** An object as JSON has them: its members are what counts. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is an object as JSON has them. */
export function isMembers(value: unknown): value is Members {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

/** Sets a member, also one of the name `__proto__`. */
export function setMember(members: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') members[name] = value;
  else {
    const property = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(members, name, property);
  }
}

/** Lossless JSON as JavaScript values; integers beyond 2^53 become bigints. */
export function plainValue(json: JsonValue): unknown {
  if (isJsonNumber(json)) return plainNumber(json.number);
  if (isJsonArray(json)) return json.map(plainValue);
  if (!isJsonObject(json)) return json;
  const members: Record<string, unknown> = {};
  for (const [key, member] of json) setMember(members, key, plainValue(member));
  return members;
}

function plainNumber(spelling: string): number | bigint {
  // Java's spelling of what JSON has no number for is in quotes.
  const number = Number(spelling.replaceAll('"', ''));
  const isInteger = /^-?[0-9]+$/.test(spelling);
  return isInteger && !Number.isSafeInteger(number) ? BigInt(spelling) : number;
}
