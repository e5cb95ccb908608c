import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema } from '../parsed-schema.ts';

/**
 * The `$id` of a JSON Schema, and the documents that its `$ref`s point to, without their fragments.
 * A `$ref` into the schema itself, or to a part of it that has an `$id`, is none.
 */
export function describeJsonNames({ value }: JsonSchema): { defines: string[]; uses: string[] } {
  const own = new Set(isJsonObject(value) ? identifiers(value) : []);
  const defines = [...own];
  const uses = new Set<string>();
  const left: JsonValue[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (isJsonArray(next)) left.push(...next.toReversed());
    else if (isJsonObject(next)) {
      for (const identifier of identifiers(next)) own.add(identifier);
      const reference = next.get('$ref');
      if (typeof reference === 'string') uses.add(withoutFragment(reference));
      for (const [key, member] of [...next].reverse()) if (!isData(key, member)) left.push(member);
    }
  }
  return { defines, uses: [...uses].filter((document) => document !== '' && !own.has(document)) };
}

function identifiers(schema: JsonObject): string[] {
  // Draft 4 calls it `id`.
  return [schema.get('$id'), schema.get('id')]
    .filter((identifier) => typeof identifier === 'string')
    .map(withoutFragment)
    .filter((identifier) => identifier !== '');
}

/** Whether a member holds values, which may look like schemas. */
function isData(key: string, member: JsonValue): boolean {
  return (key === 'enum' || key === 'examples') && isJsonArray(member);
}

function withoutFragment(reference: string): string {
  return reference.replace(/#.*$/s, '');
}
