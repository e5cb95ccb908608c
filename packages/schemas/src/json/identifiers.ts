import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';
import { identifierKeyword, isBefore201909 } from './draft.ts';
import type { SubschemaShape } from './subschemas.ts';
import { subschemaShapes } from './subschemas.ts';
import { resolveUri, splitFragment } from './uri.ts';

/** The way down to a part of a document; undefined is the document itself. */
export type Way = { readonly before: Way; readonly step: string | number } | undefined;

/** A part of a document that has a name by which it can be referred to. */
export interface IdentifiedPart {
  /** Its absolute identifier; an anchor is its fragment. */
  readonly uri: string;
  readonly value: JsonValue;
  readonly way: Way;
  readonly base: string;
  /** Whether it stands where a keyword says a schema stands; in an unknown keyword it may be none. */
  readonly certain: boolean;
}

type Position = SubschemaShape | 'unknown';

interface Part {
  value: JsonValue;
  way: Way;
  base: string;
  position: Position;
  certain: boolean;
}

/** Keywords that are none since 2019-09, as far as the registry goes. */
const formerKeywords: ReadonlySet<string> = new Set([
  'additionalItems',
  'definitions',
  'dependencies',
]);
const GREATEST_IDENTIFIER_LENGTH = 4000;
const GREATEST_TOTAL_LENGTH = 20_000_000;

/** The base URI inside a part of a document, given the one around it. */
export function baseInside(value: JsonValue, around: string, draft: JsonSchemaDraft): string {
  if (isJsonObject(value) && isOverriddenByReference(value, draft)) return around;
  return baseOfDocument(value, around, draft);
}

/** The base URI inside a document, given its own. Here an `$id` counts beside a `$ref`, too. */
export function baseOfDocument(value: JsonValue, around: string, draft: JsonSchemaDraft): string {
  if (!isJsonObject(value)) return around;
  const identifier = value.get(identifierKeyword(draft));
  if (typeof identifier !== 'string') return around;
  const base = resolveUri(around, splitFragment(identifier).document);
  if (base.length > GREATEST_IDENTIFIER_LENGTH) throw tooLong('An identifier', base.length);
  return base;
}

/**
 * Finds every part of a document that has an identifier or an anchor.
 *
 * @param base the URI of the document, before its own `$id`
 * @throws SchemaError `too_large` where the identifiers are too long
 */
export function identifiedParts(
  document: JsonValue,
  base: string,
  draft: JsonSchemaDraft,
): IdentifiedPart[] {
  const found: IdentifiedPart[] = [];
  let length = 0;
  const left: Part[] = [
    { value: document, way: undefined, base, position: 'schema', certain: true },
  ];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    const inside = insideOf(part, draft);
    if (isJsonObject(part.value) && isPlace(part.position)) {
      for (const { uri, certain } of identitiesOf(part.value, part.base, inside, draft)) {
        length += uri.length;
        if (length > GREATEST_TOTAL_LENGTH) throw tooLong('All identifiers together', length);
        const { value, way } = part;
        found.push({ uri, value, way, base: inside, certain: certain && part.certain });
      }
    }
    for (const inner of partsInside(part, inside, draft).reverse()) left.push(inner);
  }
  return found;
}

function insideOf({ value, way, base, position }: Part, draft: JsonSchemaDraft): string {
  if (way === undefined) return baseOfDocument(value, base, draft);
  return isPlace(position) ? baseInside(value, base, draft) : base;
}

function isPlace(position: Position): boolean {
  return position === 'schema' || position === 'schema or list' || position === 'unknown';
}

function identitiesOf(
  value: JsonObject,
  around: string,
  inside: string,
  draft: JsonSchemaDraft,
): { uri: string; certain: boolean }[] {
  const found: { uri: string; certain: boolean }[] = [];
  if (inside !== around) found.push({ uri: inside, certain: true });
  const written = value.get(identifierKeyword(draft));
  if (typeof written === 'string') {
    const { document, fragment = '' } = splitFragment(written);
    // Old drafts write an anchor as an identifier, `#name`.
    const isAnchor = fragment !== '' && !fragment.startsWith('/');
    if (isAnchor) found.push({ uri: `${inside}#${fragment}`, certain: true });
    if (isBefore201909(draft) && document !== '') {
      // The registry finds old identifiers as they are written, and beside a `$ref`, too.
      found.push({ uri: document, certain: false });
      found.push({ uri: baseOfDocument(value, around, draft), certain: false });
    }
  }
  for (const keyword of isBefore201909(draft) ? [] : ['$anchor', '$dynamicAnchor']) {
    const anchor = value.get(keyword);
    if (typeof anchor === 'string') found.push({ uri: `${inside}#${anchor}`, certain: true });
  }
  return found;
}

/** Before 2019-09 a `$ref` makes everything beside it count for nothing. */
function isOverriddenByReference(value: JsonObject, draft: JsonSchemaDraft): boolean {
  return isBefore201909(draft) && typeof value.get('$ref') === 'string';
}

function partsInside(part: Part, base: string, draft: JsonSchemaDraft): Part[] {
  const { value, way: before, position } = part;
  if (position === 'data') return [];
  if (isJsonArray(value)) {
    const inside = position === 'unknown' ? 'unknown' : 'schema';
    const certain = part.certain && position !== 'schema';
    return value.map((element, step) => ({
      value: element,
      way: { before, step },
      base,
      position: inside,
      certain,
    }));
  }
  if (!isJsonObject(value)) return [];
  const parts: Part[] = [];
  for (const [step, member] of value) {
    if (!isJsonObject(member) && !isJsonArray(member)) continue;
    const shape = position === 'map' ? 'schema' : shapeOf(step, draft);
    parts.push({
      value: member,
      way: { before, step },
      base,
      position: shape,
      certain: part.certain && shape !== 'unknown',
    });
  }
  return parts;
}

function shapeOf(keyword: string, draft: JsonSchemaDraft): Position {
  if (!isBefore201909(draft) && formerKeywords.has(keyword)) return 'unknown';
  return subschemaShapes.get(keyword) ?? 'unknown';
}

function tooLong(what: string, length: number): SchemaError {
  const details = `${what} would have ${length} characters, more than allowed`;
  return new SchemaError(`${details}. Shorten the identifiers of the schema.`, {
    code: 'too_large',
    details,
  });
}
