import type { AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonValue } from '../../lossless-json/value.ts';

const LONGEST = 400;

/** A type as JSON, named types by their full name, to be written into a suggestion. */
export function writtenType(type: AvroType): JsonValue {
  if (isNamed(type)) return type.name.fullName;
  if (type.type === 'union') return type.branches.map(writtenType);
  const members = new Map<string, JsonValue>([['type', type.type]]);
  if (type.type === 'array') members.set('items', writtenType(type.items));
  if (type.type === 'map') members.set('values', writtenType(type.values));
  for (const [key, value] of type.properties) members.set(key, value);
  return members.size === 1 ? type.type : members;
}

/** A JSON object of these members, those undefined left out. */
export function writtenObject(members: Record<string, JsonValue | undefined>): JsonValue {
  return new Map(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** A value as JSON for a suggestion, or undefined where it is too long to be of help. */
export function suggestJson(value: JsonValue): string | undefined {
  const text = printLosslessJson(value);
  return text.length <= LONGEST ? text : undefined;
}
