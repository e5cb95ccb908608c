import type { ProtobufSchema } from '../../parsed-schema.ts';
import { findTags } from '../find-tags.ts';
import type { SchemaTypeDescription, WalkOptions } from '../schema-field.ts';
import { readConfluentMeta } from './confluent-meta.ts';
import { membersOf } from './message-members.ts';
import { outlineProtobuf } from './outline-protobuf.ts';

/**
 * The messages and enums of a Protobuf schema, each once, in the order of their first use; those of
 * imports that it uses included, but for those that stand for one value, as a timestamp does.
 */
export function describeProtobufTypes(
  schema: ProtobufSchema,
  options: WalkOptions,
): SchemaTypeDescription[] {
  const places = [...outlineProtobuf(schema).types.values()];
  return places.map(({ path, entry: { fullName, type } }) => {
    const option = type.kind === 'message' ? 'message_meta' : 'enum_meta';
    const meta = readConfluentMeta(type.options, option);
    return {
      name: fullName,
      kind: type.kind,
      path,
      pointer: undefined,
      doc: type.doc || meta.doc,
      aliases: [],
      tags: findTags(meta.tags, fullName, options),
      fieldCount: type.kind === 'message' ? membersOf(type).length : undefined,
      symbols: type.kind === 'enum' ? type.constants.map(({ name }) => name) : undefined,
      defaultSymbol: undefined,
      size: undefined,
      logicalType: undefined,
    };
  });
}
