import type { ProtoFile, ProtoGroup, ProtoMessage, ProtoType } from './model.ts';

/** A type with the name it has from everywhere. */
export interface NamedType {
  readonly fullName: string;
  readonly type: ProtoType;
}

/** Every message and enum of a file in document order, a message before what is inside of it. */
export function namedTypes(file: ProtoFile): NamedType[] {
  const found: NamedType[] = [];
  const open: NamedType[] = [];
  const put = (types: readonly ProtoType[], scope: string): void => {
    for (const type of [...types].reverse())
      open.push({ type, fullName: scope === '' ? type.name : `${scope}.${type.name}` });
  };
  put(file.types, file.packageName ?? '');
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    if (next.type.kind === 'message') put(innerTypes(next.type), next.fullName);
  }
  return found;
}

/** The types inside of a message, its groups among them. */
function innerTypes(message: ProtoMessage): ProtoType[] {
  const groups = [...message.groups, ...message.oneofs.flatMap((oneof) => oneof.groups)];
  return [...message.types, ...groups.map(groupMessage)];
}

/** The message that a group stands for. */
export function groupMessage({ name, fields, doc }: ProtoGroup): ProtoMessage {
  return {
    kind: 'message',
    name,
    doc,
    fields,
    oneofs: [],
    groups: [],
    types: [],
    extensions: [],
    options: [],
    reserved: [],
    extensionRanges: [],
  };
}
