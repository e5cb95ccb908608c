import { readConfluentMeta } from '../field-walk/protobuf/confluent-meta.ts';
import type { ProtobufSchema } from '../parsed-schema.ts';
import type { ProtoField, ProtoMessage, ProtoType } from '../protobuf/model.ts';
import { printProtoFile } from '../protobuf/printer/print-file.ts';
import { withTagOption } from './protobuf-tag-option.ts';
import { collectTags } from './tag-collector.ts';
import type { TagPlaces } from './tag-places.ts';
import type { TaggedEntity } from './tagged-entity.ts';
import { normalizedPath } from './tagged-entity.ts';

/** A message or a field, where its tags stand among its options. */
type ProtobufPlace = ProtoMessage | ProtoField;

/** The tagged messages and fields of a Protobuf schema, in its own text; enums are none. */
export function findProtobufTags({ file }: ProtobufSchema): readonly TaggedEntity[] {
  const collector = collectTags();
  function visit(message: ProtoMessage, scope: string): void {
    const path = `${scope}.${message.name}`;
    collector.take(path, 'sr_record', tagsAt(message));
    for (const field of message.fields)
      collector.take(`${path}.${field.name}`, 'sr_field', tagsAt(field));
    for (const { name, fields } of message.oneofs)
      for (const field of fields)
        collector.take(`${path}.${name}.${field.name}`, 'sr_field', tagsAt(field));
    for (const inner of messagesOf(message.types)) visit(inner, path);
  }
  for (const message of messagesOf(file.types)) visit(message, '');
  return collector.found;
}

/** Where tags stand in a Protobuf schema's own text. */
export function protobufTagPlaces({ file }: ProtobufSchema): TagPlaces<ProtobufPlace> {
  const types = new Map<readonly ProtoType[], ReadonlyMap<string, ProtoType>>();
  const fields = new Map<ProtoMessage, ReadonlyMap<string, ProtoField>>();

  function findMessage(names: readonly string[]): ProtoMessage | undefined {
    let found: ProtoMessage | undefined;
    for (const name of names) {
      const inner: readonly ProtoType[] = found?.types ?? file.types;
      const type = known(types, inner, () => byName(inner)).get(name);
      if (type?.kind !== 'message') return undefined;
      found = type;
    }
    return found;
  }

  function fieldOf(message: ProtoMessage | undefined, name: string): ProtoField | undefined {
    return message && known(fields, message, () => fieldsByName(message)).get(name);
  }

  /** The name of a field's oneof may stand before its own, or not. */
  function findField(names: readonly string[]): ProtoField | undefined {
    const last = names.at(-1) ?? '';
    const field = fieldOf(findMessage(names.slice(0, -1)), last);
    return field ?? fieldOf(findMessage(names.slice(0, -2)), `${names.at(-2)}.${last}`);
  }

  return {
    find({ entityPath, entityType }) {
      const names = normalizedPath(entityPath).split('.');
      return entityType === 'sr_record' ? findMessage(names) : findField(names);
    },
    tagsAt,
    print: (tags) => printProtoFile({ ...file, types: retagTypes(file.types, tags) }),
  };
}

/** A message's fields by name; those of oneofs after the others, and by `oneof.name` too. */
function fieldsByName({ fields, oneofs }: ProtoMessage): ReadonlyMap<string, ProtoField> {
  const inOneofs = oneofs.flatMap((oneof) => oneof.fields);
  const qualified = oneofs.flatMap(({ name, fields: own }) =>
    own.map((field): [string, ProtoField] => [`${name}.${field.name}`, field]),
  );
  return new Map([...qualified, ...byName([...fields, ...inOneofs])]);
}

/** The first of each name. */
function byName<Item extends { readonly name: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map([...items].reverse().map((item) => [item.name, item]));
}

function known<Key, Found>(found: Map<Key, Found>, of: Key, find: () => Found): Found {
  const before = found.get(of);
  if (before !== undefined) return before;
  const now = find();
  found.set(of, now);
  return now;
}

function tagsAt(place: ProtobufPlace): readonly string[] {
  return readConfluentMeta(place.options, isMessage(place) ? 'message_meta' : 'field_meta').tags;
}

function isMessage(place: ProtobufPlace): place is ProtoMessage {
  return 'kind' in place;
}

function messagesOf(types: readonly ProtoType[]): ProtoMessage[] {
  return types.filter((type) => type.kind === 'message');
}

type NewTags = ReadonlyMap<ProtobufPlace, readonly string[]>;

function retagTypes(types: readonly ProtoType[], tags: NewTags): ProtoType[] {
  return types.map((type) => {
    if (type.kind === 'enum') return type;
    const own = tags.get(type);
    return {
      ...type,
      ...(own && { options: withTagOption(type.options, 'message_meta', own) }),
      fields: retagFields(type.fields, tags),
      oneofs: type.oneofs.map((oneof) => ({ ...oneof, fields: retagFields(oneof.fields, tags) })),
      types: retagTypes(type.types, tags),
    };
  });
}

function retagFields(fields: readonly ProtoField[], tags: NewTags): ProtoField[] {
  return fields.map((field) => {
    const own = tags.get(field);
    return own ? { ...field, options: withTagOption(field.options, 'field_meta', own) } : field;
  });
}
