import type { JsonObject, JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../../../lossless-json/value.ts';
import { readCount } from '../../json/checks/read-count.ts';
import { readDecimal } from '../../json/decimal.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import { plainValue } from '../../plain-value.ts';
import type { Wish } from './wish.ts';
import { lowerGreatest, narrowTypes, raiseLeast } from './wish.ts';

/** Adds what the keywords about a value itself say. */
export function readValueKeywords(wish: Wish, keywords: JsonObject): void {
  const type = keywords.get('type');
  if (typeof type === 'string') narrowTypes(wish, [type]);
  if (isJsonArray(type))
    narrowTypes(
      wish,
      type.filter((name) => typeof name === 'string'),
    );
  const constant = keywords.get('const');
  const words = constant === undefined ? keywords.get('enum') : [constant];
  if (isJsonArray(words) && (wish.words === undefined || words.length < wish.words.length)) {
    wish.words = words.map(plainValue);
  }
  const fallback = keywords.get('default');
  if (fallback !== undefined) wish.suggestions.push(plainValue(fallback));
  const examples = keywords.get('examples');
  if (isJsonArray(examples)) wish.suggestions.push(...examples.map(plainValue));
  readNumberKeywords(wish, keywords);
  wish.minLength = Math.max(wish.minLength, readCount(keywords.get('minLength')) ?? 0);
  wish.maxLength = Math.min(wish.maxLength, readCount(keywords.get('maxLength')) ?? Infinity);
  const [pattern, format] = [keywords.get('pattern'), keywords.get('format')];
  if (typeof pattern === 'string') wish.patterns.push(pattern);
  if (typeof format === 'string') wish.formats.push(format);
}

function readNumberKeywords(wish: Wish, keywords: JsonObject): void {
  const [minimum, least] = [keywords.get('minimum'), keywords.get('exclusiveMinimum')];
  const [maximum, most] = [keywords.get('maximum'), keywords.get('exclusiveMaximum')];
  if (isJsonNumber(minimum)) raiseLeast(wish, minimum.number, least === true);
  if (isJsonNumber(least)) raiseLeast(wish, least.number, true);
  if (isJsonNumber(maximum)) lowerGreatest(wish, maximum.number, most === true);
  if (isJsonNumber(most)) lowerGreatest(wish, most.number, true);
  const multiple = keywords.get('multipleOf');
  if (isJsonNumber(multiple)) {
    const divisor = readDecimal(multiple.number);
    if (divisor.digits > 0n) wish.multiples.push(divisor);
  }
}

/** Adds what the keywords about lists say. */
export function readListKeywords(
  wish: Wish,
  part: SchemaPart,
  keywords: JsonObject,
  parts: SchemaParts,
): void {
  wish.minItems = Math.max(wish.minItems, readCount(keywords.get('minItems')) ?? 0);
  wish.maxItems = Math.min(wish.maxItems, readCount(keywords.get('maxItems')) ?? Infinity);
  if (keywords.get('uniqueItems') === true) wish.unique = true;
  const speaks = ['items', 'prefixItems', 'additionalItems', 'unevaluatedItems'];
  if (speaks.some((keyword) => keywords.has(keyword))) wish.lists.push(part);
  const contained = keywords.has('contains') ? parts.child(part.place, 'contains') : undefined;
  if (contained === undefined) return;
  wish.contains.push({ part: contained, least: readCount(keywords.get('minContains')) ?? 1 });
}

/** Adds what the keywords about objects say. */
export function readObjectKeywords(
  wish: Wish,
  part: SchemaPart,
  keywords: JsonObject,
  parts: SchemaParts,
): void {
  const { place } = part;
  wish.minProperties = Math.max(wish.minProperties, readCount(keywords.get('minProperties')) ?? 0);
  wish.maxProperties = Math.min(
    wish.maxProperties,
    readCount(keywords.get('maxProperties')) ?? Infinity,
  );
  for (const name of readTexts(keywords.get('required'))) wish.required.add(name);
  const speaks = ['properties', 'patternProperties', 'additionalProperties'];
  if (speaks.some((keyword) => keywords.has(keyword))) wish.objects.push(part);
  for (const [keyword, list] of [
    ['propertyNames', wish.names],
    ['unevaluatedProperties', wish.others],
  ] as const) {
    const inside = keywords.has(keyword) ? parts.child(place, keyword) : undefined;
    if (inside !== undefined) list.push(inside);
  }
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    const written = keywords.get(keyword);
    if (!isJsonObject(written)) continue;
    for (const [name, needs] of written) {
      const schema = parts.child(place, keyword, name);
      if (schema !== undefined) wish.dependencies.push({ name, needs: schema });
      else wish.dependencies.push({ name, needs: readTexts(needs) });
    }
  }
}

/** The texts of a list. */
export function readTexts(written: JsonValue | undefined): string[] {
  return isJsonArray(written) ? written.filter((text) => typeof text === 'string') : [];
}
