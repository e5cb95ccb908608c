import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';

const TAGS = 'confluent:tags';

/** JSON with other tags in some of its objects: a new list takes the old one's place, or else comes last. */
export function withJsonTags(
  value: JsonValue,
  tags: ReadonlyMap<JsonObject, readonly string[]>,
): JsonValue {
  if (isJsonArray(value)) return value.map((item) => withJsonTags(item, tags));
  if (!isJsonObject(value)) return value;
  const copy = new Map<string, JsonValue>();
  for (const [key, member] of value) copy.set(key, withJsonTags(member, tags));
  const own = tags.get(value);
  if (own === undefined) return copy;
  if (own.length > 0) copy.set(TAGS, own);
  else copy.delete(TAGS);
  return copy;
}
