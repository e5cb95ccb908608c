import {
  describeTypes,
  type ParsedSchema,
  type SchemaField,
  type SchemaTypeDescription,
  walkFields,
} from '@srkit/schemas';
import { ownMessages } from './own-messages.ts';
import type { SearchTarget } from './search-query.ts';

/** One text of a schema that a match can stand in. */
export interface SearchablePart {
  readonly what: SearchTarget;
  /** The field or type that it belongs to, as `walkFields` and `describeTypes` of `@srkit/schemas` say paths. */
  readonly path: string;
  /** The field's name, or the type's full name. */
  readonly name: string;
  /** The field's type in words, or the kind of type: `record`. */
  readonly type: string;
  readonly text: string;
  /** Whether it stands in a schema that this one refers to. */
  readonly throughReference: boolean;
}

/** A field and whether it stands in a schema that this one refers to. */
export interface PlacedField {
  readonly field: SchemaField;
  readonly throughReference: boolean;
}

/**
 * The parts of a schema that can be searched: those of its types, then those of its fields, in document order.
 *
 * @throws SchemaError `too_large`, before the first part
 */
export function* searchableParts(
  parsed: ParsedSchema,
  targets: ReadonlySet<SearchTarget>,
): Generator<SearchablePart> {
  const types = isWanted(targets, ['type', ...targetsOfBoth]) ? describeTypes(parsed) : [];
  const fields = isWanted(targets, ['field', ...targetsOfBoth]) ? placedFields(parsed) : [];
  const isOwn = ownTypes(parsed);
  // Written out rather than spread: there are millions of parts.
  for (const described of types) {
    const { path, name, kind } = described;
    const throughReference = !isOwn(described);
    for (const [what, text] of textsOfType(described)) {
      if (text === undefined || !targets.has(what)) continue;
      yield { what, path, name, type: kind, text, throughReference };
    }
  }
  for (const { field, throughReference } of fields) {
    const { path, name, type } = field;
    for (const [what, text] of textsOfField(field, parsed)) {
      if (text === undefined || !targets.has(what)) continue;
      yield { what, path, name, type, text, throughReference };
    }
  }
}

/**
 * Every field of a schema, in document order.
 *
 * @param metadataTags `metadata.tags` of the version, to give them to the fields that they mean
 */
export function placedFields(
  parsed: ParsedSchema,
  metadataTags: Readonly<Record<string, readonly string[]>> = {},
): PlacedField[] {
  const messages = parsed.type === 'PROTOBUF' ? ownMessages(parsed.file) : undefined;
  return walkFields(parsed, { metadataTags }).map((field) => ({
    field,
    throughReference: messages ? !isOwnField(field, messages) : field.pointer === undefined,
  }));
}

type Text = readonly [what: SearchTarget, text: string | undefined];

function textsOfType(type: SchemaTypeDescription): Text[] {
  const { name, doc, aliases, symbols = [], tags, logicalType } = type;
  const texts: Text[] = [
    ['type', name],
    ['logical_type', logicalType?.name],
    ['doc', doc],
  ];
  for (const symbol of symbols) texts.push(['symbol', symbol]);
  for (const alias of aliases) texts.push(['alias', alias]);
  for (const tag of tags) texts.push(['tag', tag]);
  return texts;
}

function textsOfField(field: SchemaField, { type }: ParsedSchema): Text[] {
  const { path, logicalType, doc, aliases, symbols = [], tags } = field;
  const texts: Text[] = [
    ['field', path],
    ['logical_type', logicalType?.name],
    ['doc', doc],
  ];
  // An enum of JSON Schema mostly has no name, and stands where it is used; others are named types.
  if (type === 'JSON') for (const symbol of symbols) texts.push(['symbol', symbol]);
  for (const alias of aliases) texts.push(['alias', alias]);
  for (const tag of tags) texts.push(['tag', tag]);
  return texts;
}

const targetsOfBoth: readonly SearchTarget[] = ['logical_type', 'doc', 'symbol', 'alias', 'tag'];

function isWanted(targets: ReadonlySet<SearchTarget>, some: readonly SearchTarget[]): boolean {
  return some.some((target) => targets.has(target));
}

/** Of Protobuf: what a file adds to a message of another by `extend` is its own too. */
function isOwnField({ record, path, depth }: SchemaField, messages: ReadonlySet<string>): boolean {
  return messages.has(record) || (depth === 0 && path.startsWith('(extend '));
}

function ownTypes(parsed: ParsedSchema): (type: SchemaTypeDescription) => boolean {
  if (parsed.type !== 'PROTOBUF') return ({ pointer }) => pointer !== undefined;
  const messages = ownMessages(parsed.file);
  return ({ name }) => messages.has(name);
}
