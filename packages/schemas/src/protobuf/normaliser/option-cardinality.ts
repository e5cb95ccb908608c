import type { ProtoField, ProtoMessage } from '../model.ts';
import { groupMessage } from '../named-types.ts';
import { findExtension, type Scope } from './scope.ts';

/** What the definition of an option says of a value or of a part of it. */
export interface ValueType {
  readonly isRepeated: boolean;
  /** The message that the value is, with the scope its names are written in; undefined for others. */
  readonly message: { readonly type: ProtoMessage; readonly scope: Scope } | undefined;
}

/** What is known of the value of an extension. */
export function extensionType(scope: Scope, name: string): ValueType | undefined {
  const found = findExtension(scope, name);
  return found === undefined ? undefined : fieldType({ ...scope, name: found.scope }, found.field);
}

/** What is known of the part of a value that stands under a key. */
export function partType(type: ValueType | undefined, key: string): ValueType | undefined {
  if (type?.message === undefined) return undefined;
  const { type: message, scope } = type.message;
  if (key.startsWith('[')) return extensionType(scope, key.slice(1, -1));
  const fields = [...message.fields, ...message.oneofs.flatMap((oneof) => oneof.fields)];
  const field = fields.find(({ name }) => name === key);
  if (field !== undefined) return fieldType(scope, field);
  const groups = [...message.groups, ...message.oneofs.flatMap((oneof) => oneof.groups)];
  const group = groups.find(({ name }) => name === key);
  if (group === undefined) return undefined;
  return { isRepeated: group.label === 'repeated', message: { type: groupMessage(group), scope } };
}

function fieldType(scope: Scope, { label, mapKey, type }: ProtoField): ValueType {
  const entry = mapKey === undefined ? scope.table.resolve(type, scope.name) : undefined;
  const isRepeated = label === 'repeated' || mapKey !== undefined;
  if (entry?.type.kind !== 'message') return { isRepeated, message: undefined };
  return { isRepeated, message: { type: entry.type, scope: { ...scope, name: entry.fullName } } };
}
