import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../parsed-schema.ts';
import { identifierKeyword, isBefore201909 } from './draft.ts';
import { problemOfPattern } from './java-pattern.ts';
import type { KeywordShape } from './keyword-shapes.ts';
import { isUriReference } from './uri.ts';

/** Steps from a schema to one inside it. */
export type Steps = readonly (string | number)[];

/** What is found in a keyword's value: the schemas inside it, or what is wrong with it. */
export type KeywordContent = { readonly inside: readonly Steps[] } | { readonly problem: string };

const typeNames: ReadonlySet<JsonValue> = new Set([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);
const GREATEST_WHOLE_NUMBER = 2_147_483_647;
const nothingInside: KeywordContent = { inside: [] };

/** Looks at a keyword's value as the registry does when it reads a schema, one level deep. */
export function checkKeyword(
  keyword: string,
  value: JsonValue,
  shape: KeywordShape,
  draft: JsonSchemaDraft,
): KeywordContent {
  switch (shape) {
    case 'anything':
      return nothingInside;
    case 'array':
      return isJsonArray(value) ? nothingInside : { problem: 'must be an array' };
    case 'boolean':
      return typeof value === 'boolean' ? nothingInside : { problem: 'must be true or false' };
    case 'string':
      return typeof value === 'string' ? nothingInside : { problem: 'must be a string' };
    case 'identifier':
      return checkIdentifier(value);
    case 'identifier, if a string':
      return typeof value === 'string' ? checkIdentifier(value) : nothingInside;
    case 'number':
      return isJsonNumber(value) ? nothingInside : { problem: 'must be a number' };
    case 'divisor':
      return isJsonNumber(value) && Number(value.number) !== 0
        ? nothingInside
        : { problem: 'must be a number other than 0' };
    case 'whole number':
      return isWholeNumber(value) ? nothingInside : { problem: 'must be a whole number' };
    case 'pattern':
      return checkPattern(value);
    case 'reference':
      return typeof value === 'string' ? nothingInside : { problem: 'must be a string' };
    case 'strings':
      return areStrings(value) ? nothingInside : { problem: 'must be an array of strings' };
    case 'types':
      return checkTypes(value);
    case 'strings by name':
      return isJsonObject(value) && [...value.values()].every(areStrings)
        ? nothingInside
        : { problem: 'must be an object with arrays of strings' };
    case 'schema':
      return isSchema(value) ? { inside: [[keyword]] } : { problem: mustBeSchema(value) };
    case 'schema or schemas':
      return isStrictSchema(value, draft)
        ? { inside: [[keyword]] }
        : checkList(keyword, value, 'must be a schema or an array of schemas');
    case 'schemas':
      return checkList(keyword, value, 'must be an array of schemas');
    case 'schemas by name':
    case 'schemas by pattern':
    case 'dependencies':
      return checkMap(keyword, value, shape, draft);
  }
}

function isSchema(value: JsonValue): boolean {
  return isJsonObject(value) || typeof value === 'boolean';
}

/** In a few places draft 4 really takes no booleans. */
function isStrictSchema(value: JsonValue, draft: JsonSchemaDraft): boolean {
  return draft === 'draft-04' ? isJsonObject(value) : isSchema(value);
}

function mustBeSchema(value: JsonValue): string {
  if (!isJsonArray(value)) return 'must be a schema';
  return 'must be a schema; the registry takes no array here, 2020-12 has prefixItems for it';
}

function checkIdentifier(value: JsonValue): KeywordContent {
  if (typeof value !== 'string') return { problem: 'must be a string' };
  return isUriReference(value) ? nothingInside : { problem: 'must be a URI' };
}

function isWholeNumber(value: JsonValue): boolean {
  if (!isJsonNumber(value)) return false;
  const number = Number(value.number);
  return Number.isInteger(number) && Math.abs(number) <= GREATEST_WHOLE_NUMBER;
}

function areStrings(value: JsonValue): boolean {
  return isJsonArray(value) && value.every((element) => typeof element === 'string');
}

function checkPattern(value: JsonValue): KeywordContent {
  if (typeof value !== 'string') return { problem: 'must be a string' };
  const problem = problemOfPattern(value);
  return problem === undefined ? nothingInside : { problem: notRegular(problem) };
}

function notRegular(problem: string): string {
  return `must be a regular expression as Java reads it: ${problem}`;
}

function checkTypes(value: JsonValue): KeywordContent {
  const types = isJsonArray(value) ? value : [value];
  if (types.every((type) => typeNames.has(type))) return nothingInside;
  const known = [...typeNames].join(', ');
  return { problem: `must be a type or an array of types, each one of ${known}` };
}

function checkList(keyword: string, value: JsonValue, problem: string): KeywordContent {
  if (!isJsonArray(value) || !value.every(isSchema)) return { problem };
  return { inside: value.map((_, index) => [keyword, index]) };
}

function checkMap(
  keyword: string,
  value: JsonValue,
  shape: 'schemas by name' | 'schemas by pattern' | 'dependencies',
  draft: JsonSchemaDraft,
): KeywordContent {
  if (!isJsonObject(value)) return { problem: 'must be an object' };
  const inside: Steps[] = [];
  for (const [name, member] of value) {
    if (shape === 'dependencies' && areStrings(member)) continue;
    if (keyword === 'properties' && isStrayIdentifier(name, member, draft)) continue;
    const isRight = shape === 'dependencies' ? isStrictSchema(member, draft) : isSchema(member);
    if (!isRight) return { problem: `must have a schema for '${name}'` };
    const problem = shape === 'schemas by pattern' ? problemOfPattern(name) : undefined;
    if (problem !== undefined) return { problem: `has a name that ${notRegular(problem)}` };
    inside.push([keyword, name]);
  }
  return { inside };
}

/** Older drafts let an identifier stand among the properties. */
function isStrayIdentifier(name: string, value: JsonValue, draft: JsonSchemaDraft): boolean {
  return isBefore201909(draft) && name === identifierKeyword(draft) && !isJsonObject(value);
}
