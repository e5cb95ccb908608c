import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoEnum } from '../../protobuf/model.ts';
import { findTags } from '../find-tags.ts';
import type { SchemaField, WalkOptions, WrittenLogicalType } from '../schema-field.ts';
import type { ConfluentMeta } from './confluent-meta.ts';
import { readConfluentMeta } from './confluent-meta.ts';
import { presenceOf, usualJsonName } from './message-members.ts';
import type { FieldPlace, ProtobufOutline } from './outline-protobuf.ts';
import { outlineProtobuf } from './outline-protobuf.ts';
import { findOption, isSet, optionText, optionValueAsJson } from './read-options.ts';
import type { NameType } from './type-in-words.ts';
import { shortNames, typeInWords } from './type-in-words.ts';
import { isValueType } from './value-types.ts';

/**
 * Every field of a Protobuf schema: the first message with what it leads to, then the messages that
 * it does not lead to, then what is added by `extend`.
 */
export function walkProtobufFields(schema: ProtobufSchema, options: WalkOptions): SchemaField[] {
  const outline = outlineProtobuf(schema);
  const nameType = shortNames([...outline.types.values()].map(({ entry }) => entry));
  const symbols = new Map<ProtoEnum, readonly string[]>();
  for (const { entry } of outline.types.values()) {
    if (entry.type.kind !== 'enum') continue;
    symbols.set(
      entry.type,
      entry.type.constants.map(({ name }) => name),
    );
  }
  return outline.fields.map((place) => ({
    ...describeField(place, outline, nameType, options),
    symbols: place.target?.type.kind === 'enum' ? symbols.get(place.target.type) : undefined,
  }));
}

function describeField(
  { path, member, message, syntax, depth, target, recursive }: FieldPlace,
  { types }: ProtobufOutline,
  nameType: NameType,
  options: WalkOptions,
): Omit<SchemaField, 'symbols'> {
  const meta = readConfluentMeta(member.options, 'field_meta');
  const written = findOption(member.options, 'default');
  const presence = presenceOf(member, target, syntax);
  const opened = target?.type.kind === 'message' ? types.get(target.fullName) : undefined;
  return {
    path,
    pointer: undefined,
    name: member.name,
    record: message,
    depth,
    type: typeInWords(member, target, nameType),
    nullable: presence === 'explicit',
    hasDefault: written !== undefined,
    default: written && optionValueAsJson(written),
    doc: member.doc || meta.doc,
    logicalType: logicalType(target, meta),
    tags: findTags(meta.tags, `${message}.${member.name}`, options),
    aliases: [],
    leadsTo: opened ? [{ type: opened.entry.fullName, fieldsAt: opened.path }] : [],
    recursive,
    number: member.number,
    presence,
    jsonName: optionText(member.options, 'json_name') ?? usualJsonName(member.name),
    ...(member.oneof && { oneof: member.oneof.name }),
    ...(isSet(member.options, 'deprecated') && { deprecated: true }),
  };
}

function logicalType(
  target: FieldPlace['target'],
  { params }: ConfluentMeta,
): WrittenLogicalType | undefined {
  if (target === undefined || !isValueType(target)) return undefined;
  const name = target.fullName;
  const precision = integer(params.get('precision'));
  const scale = integer(params.get('scale'));
  const isDecimal = name === 'confluent.type.Decimal';
  return {
    name,
    ...(isDecimal && precision !== undefined && { precision }),
    ...(isDecimal && scale !== undefined && { scale }),
    understood: true,
  };
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}
