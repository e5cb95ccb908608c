import type { JsonNumber, JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';
import type { Rest, Subschema } from './model.ts';

/** A schema that is being read. */
export interface OpenSchema {
  readonly value: JsonObject;
  readonly draft: JsonSchemaDraft;
  /** Whether the draft is 2019-09 or later. */
  readonly isLate: boolean;
  /** The schema at the end of a way down from there. */
  child(...steps: (string | number)[]): Subschema | undefined;
}

/** The number that a keyword has. */
export function numberAt({ value }: OpenSchema, keyword: string): JsonNumber | undefined {
  const written = value.get(keyword);
  return isJsonNumber(written) ? written : undefined;
}

/** The text that a keyword has. */
export function textAt({ value }: OpenSchema, keyword: string): string | undefined {
  const written = value.get(keyword);
  return typeof written === 'string' ? written : undefined;
}

/** The texts in an array. */
export function textsIn(value: JsonValue | undefined): ReadonlySet<string> {
  return new Set(isJsonArray(value) ? value.filter((each) => typeof each === 'string') : []);
}

/** The schemas in the array that a keyword has. */
export function schemasAt({ value, child }: OpenSchema, keyword: string): Subschema[] {
  const written = value.get(keyword);
  if (!isJsonArray(written)) return [];
  return [...written.keys()].flatMap((index) => child(keyword, index) ?? []);
}

/** The schemas in the object that a keyword has, by their names. */
export function namedSchemasAt(
  { value, child }: OpenSchema,
  keyword: string,
): ReadonlyMap<string, Subschema> {
  const written = value.get(keyword);
  const found = new Map<string, Subschema>();
  if (!isJsonObject(written)) return found;
  for (const name of written.keys()) {
    const schema = child(keyword, name);
    if (schema !== undefined) found.set(name, schema);
  }
  return found;
}

/** What a keyword says about all the rest: everything goes where it is not there. */
export function restAt({ value, child }: OpenSchema, keyword: string): Rest {
  const written = value.get(keyword);
  return typeof written === 'boolean' ? written : (child(keyword) ?? true);
}
