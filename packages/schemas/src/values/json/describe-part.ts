import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { plainValue } from '../plain-value.ts';
import { describeFound, listNames, quote } from '../value-problem.ts';
import type { SchemaPart, SchemaParts } from './schema-part.ts';

const MOST_STEPS = 8;
const MOST_FORMS = 8;

/** What a schema wants, in words, as far as it can be said in short. */
export function describePart(part: SchemaPart, parts: SchemaParts): string {
  return describe(part, parts, 0) ?? 'another value';
}

/** A value that a schema names. */
export function describeWord(written: JsonValue): string {
  return describeFound(plainValue(written));
}

/** The values that `enum` names. */
export function describeWords(values: readonly JsonValue[]): string {
  if (values.length === 0) return 'one of no values';
  const words = new Set(values.map((value) => shortWord(plainValue(value))));
  return `one of ${listNames([...words])}`;
}

function shortWord(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? describeFound(value) : String(value);
}

function describe(part: SchemaPart, parts: SchemaParts, steps: number): string | undefined {
  const { value } = part.place;
  if (!isJsonObject(value)) return value === false ? 'nothing' : undefined;
  const constant = value.get('const');
  if (constant !== undefined) return describeWord(constant);
  const words = value.get('enum');
  if (isJsonArray(words)) return describeWords(words);
  const type = value.get('type');
  const format = value.get('format');
  if (typeof type === 'string') return typeof format === 'string' ? `${type} (${format})` : type;
  if (isJsonArray(type)) return type.filter((name) => typeof name === 'string').join(' or ');
  if (steps >= MOST_STEPS) return undefined;
  const reference = value.get('$ref');
  if (typeof reference === 'string') {
    return describe(parts.resolve(reference, part.place), parts, steps + 1);
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const forms = value.get(keyword);
    if (isJsonArray(forms)) return describeForms(part, keyword, forms.length, parts, steps + 1);
  }
  if (value.has('properties') || value.has('required')) return 'object';
  if (value.has('items') || value.has('prefixItems')) return 'array';
  if (value.has('pattern') || value.has('format')) return 'string';
  return undefined;
}

function describeForms(
  { place }: SchemaPart,
  keyword: string,
  count: number,
  parts: SchemaParts,
  steps: number,
): string | undefined {
  const forms = new Set<string>();
  for (let index = 0; index < count && index < MOST_FORMS; index += 1) {
    const form = parts.child(place, keyword, index);
    const words = form && describe(form, parts, steps + 1);
    if (words === undefined) return undefined;
    forms.add(words);
  }
  return [...forms].join(' or ');
}
