/** A number as it was written: `1.0`, `1e3` and `9223372036854775807` stay what they are. */
export interface JsonNumber {
  readonly number: string;
}

/** An object's members in the order they were written, whatever the keys look like. */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** JSON that loses nothing between reading and printing. */
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject;

/** Whether the value is an array. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Whether the value is an object. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

/** Whether the value is a number. */
export function isJsonNumber(value: JsonValue | undefined): value is JsonNumber {
  return typeof value === 'object' && value !== null && 'number' in value;
}
