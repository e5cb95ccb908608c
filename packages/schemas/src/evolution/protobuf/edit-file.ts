import type {
  ProtoField,
  ProtoFile,
  ProtoMessage,
  ProtoOneof,
  ProtoType,
} from '../../protobuf/model.ts';

/** A file with another message in the place of one; undefined takes it out. */
export function withMessage(
  file: ProtoFile,
  names: readonly string[],
  change: (message: ProtoMessage) => ProtoMessage | undefined,
): ProtoFile {
  return { ...file, types: withMessageIn(file.types, names, change) };
}

/** A message by its name and those around it. */
export function findMessage(
  { types }: Pick<ProtoFile, 'types'>,
  names: readonly string[],
): ProtoMessage | undefined {
  const [name, ...rest] = names;
  const found = types.find((type) => type.kind === 'message' && type.name === name);
  if (found?.kind !== 'message') return undefined;
  return rest.length === 0 ? found : findMessage(found, rest);
}

/** The oneof that a field of some number is in; undefined where it stands outside or is not there. */
export function oneofOf(message: ProtoMessage, number: number): ProtoOneof | undefined {
  return message.oneofs.find(({ fields }) => fields.some((field) => field.number === number));
}

/** A field by its number, in a oneof or outside. */
export function fieldOf(message: ProtoMessage, number: number): ProtoField | undefined {
  return [message, ...message.oneofs]
    .flatMap(({ fields }) => fields)
    .find((field) => field.number === number);
}

/** A message with other fields in the place of one, wherever that stands; none takes it out. */
export function withField(
  message: ProtoMessage,
  number: number,
  fields: readonly ProtoField[],
): ProtoMessage {
  const replace = (list: readonly ProtoField[]): ProtoField[] =>
    list.flatMap((field) => (field.number === number ? fields : [field]));
  // A oneof without a field is none.
  const oneofs = message.oneofs
    .map((oneof) => ({ ...oneof, fields: replace(oneof.fields) }))
    .filter((oneof) => oneof.fields.length + oneof.groups.length > 0);
  return { ...message, fields: replace(message.fields), oneofs };
}

/** A message with one more field outside of oneofs. */
export function withFieldAtTop(
  message: ProtoMessage,
  field: ProtoField,
  syntax: ProtoFile['syntax'],
): ProtoMessage {
  // Outside of a oneof proto2 wants a label.
  const label = syntax === 'proto3' ? field.label : (field.label ?? 'optional');
  return { ...message, fields: [...message.fields, { ...field, label }] };
}

/** A message with a field in a oneof, which is made like another one where the message does not have it. */
export function withFieldInOneof(
  message: ProtoMessage,
  field: ProtoField,
  like: ProtoOneof,
): ProtoMessage {
  const inside: ProtoField = { ...field, label: undefined };
  const there = message.oneofs.some(({ name }) => name === like.name);
  const oneofs = there
    ? message.oneofs.map((oneof) =>
        oneof.name === like.name ? { ...oneof, fields: [...oneof.fields, inside] } : oneof,
      )
    : [...message.oneofs, { ...like, groups: [], fields: [inside] }];
  return { ...message, oneofs };
}

function withMessageIn(
  types: readonly ProtoType[],
  [name, ...rest]: readonly string[],
  change: (message: ProtoMessage) => ProtoMessage | undefined,
): ProtoType[] {
  return types.flatMap((type) => {
    if (type.kind !== 'message' || type.name !== name) return [type];
    if (rest.length > 0) return [{ ...type, types: withMessageIn(type.types, rest, change) }];
    return change(type) ?? [];
  });
}
