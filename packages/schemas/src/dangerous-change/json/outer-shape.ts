import type { SchemaLinks } from '../../field-walk/json/schema-links.ts';
import { ignoresSiblings, membersOf } from '../../field-walk/json/schema-links.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { constraintKeywords } from '../../structural-difference/json/compare-constraints.ts';
import { contentKeywords } from '../../structural-difference/json/compare-content.ts';
import { singleParts } from '../../structural-difference/json/compare-parts.ts';

const MOST_VALUES = 100;
const MOST_BRANCHES = 20;
const MOST_HOPS = 10;
/** How many levels of branches are kept. */
const MOST_LEVELS = 2;
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'];
const MAPS = ['patternProperties', 'dependencies', 'dependentSchemas', 'dependentRequired'];
const PLAIN = ['type', 'enum', 'default', 'format', ...constraintKeywords];
const SINGLE = ['items', ...contentKeywords, ...Object.keys(singleParts)];

/**
 * A schema without what is far below it, to ask what a registry says of a change to it alone: what its
 * values are checked by and its branches, not its properties.
 */
export function outerShape(place: SchemaPlace, links: SchemaLinks, level = 0): JsonValue {
  if (!isJsonObject(place.value)) return place.value;
  if (level > MOST_LEVELS) return new Map();
  const shape = new Map<string, JsonValue>();
  let source: SchemaPlace | undefined = place;
  for (let hop = 0; source !== undefined && hop < MOST_HOPS; hop += 1) {
    const keywords = ignoresSiblings(source, links) ? [] : membersOf(source).keys();
    for (const keyword of keywords) {
      const value = outerKeyword(source, keyword, links, level);
      if (value !== undefined && !shape.has(keyword)) shape.set(keyword, value);
    }
    source = links.target(source);
  }
  return shape;
}

/** A schema as {@link outerShape} gives it, with its properties in the same way. */
export function shapeWithProperties(place: SchemaPlace, links: SchemaLinks): JsonValue {
  const shape = outerShape(place, links);
  if (!isJsonObject(shape)) return shape;
  const object = [place, links.target(place)].find(
    (source) => source && membersOf(source).has('properties'),
  );
  if (object === undefined) return shape;
  const properties = links
    .named(object, 'properties')
    .slice(0, MOST_VALUES)
    .map(([name, property]) => [name, outerShape(property, links, 1)] as const);
  const required = membersOf(object).get('required');
  const whole = new Map([...shape, ['properties', new Map(properties)]]);
  return required === undefined ? whole : withKeyword(whole, 'required', required);
}

/** The value of a keyword without what is far below it; undefined where it does not matter. */
export function outerKeyword(
  place: SchemaPlace,
  keyword: string,
  links: SchemaLinks,
  level = 0,
): JsonValue | undefined {
  const value = membersOf(place).get(keyword);
  if (value === undefined) return undefined;
  if (LISTS.includes(keyword) && isJsonArray(value)) {
    return links
      .list(place, keyword)
      .slice(0, MOST_BRANCHES)
      .map((branch) => outerShape(branch, links, level + 1));
  }
  if (SINGLE.includes(keyword)) {
    const inner = links.one(place, keyword);
    return inner && outerShape(inner, links, level + 1);
  }
  if (MAPS.includes(keyword) && isJsonObject(value)) {
    const inner = new Map(links.named(place, keyword));
    return new Map(
      [...value].slice(0, MOST_BRANCHES).map(([name, written]) => {
        const schema = inner.get(name);
        return [name, schema === undefined ? written : outerShape(schema, links, level + 1)];
      }),
    );
  }
  if (keyword === 'properties') return isJsonObject(value) ? new Map() : undefined;
  if (!PLAIN.includes(keyword)) return undefined;
  return isJsonArray(value) ? value.slice(0, MOST_VALUES) : value;
}

/** A schema with one keyword put to another value, or taken away. */
export function withKeyword(
  shape: JsonValue,
  keyword: string,
  value: JsonValue | undefined,
): JsonValue {
  const changed = new Map(isJsonObject(shape) ? shape : []);
  if (value === undefined) changed.delete(keyword);
  else changed.set(keyword, value);
  return changed;
}

/** A schema within the keywords that stood around it. */
export function wrapped(inner: JsonValue, context: readonly string[]): JsonValue {
  return context.reduceRight<JsonValue>((schema, keyword) => wrap(schema, keyword), inner);
}

function wrap(schema: JsonValue, keyword: string): JsonValue {
  const object = (...members: [string, JsonValue][]): JsonObject => new Map(members);
  switch (keyword) {
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return object([keyword, [schema, object(['const', '(another branch)'])]]);
    case 'then':
    case 'else':
      return object(['if', object(['required', ['x']])], [keyword, schema]);
    case 'if':
      return object([keyword, schema], ['then', object()]);
    case 'not':
      return object([keyword, schema]);
    case 'contains':
    case 'unevaluatedItems':
      return object(['type', 'array'], [keyword, schema]);
    case 'additionalItems':
      return object(['type', 'array'], ['items', [object()]], [keyword, schema]);
    case 'patternProperties':
    case 'dependentSchemas':
    case 'dependencies':
      return object(['type', 'object'], [keyword, object(['x', schema])]);
    default:
      return object(['type', 'object'], [keyword, schema]);
  }
}
