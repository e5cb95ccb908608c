import type {
  ProtoField,
  ProtoFile,
  ProtoGroup,
  ProtoMessage,
  ProtoOneof,
} from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';

/** A field of a message, wherever it is written: outside of oneofs, in one, or as a group. */
export interface MessageMember extends ProtoField {
  /** The oneof that it is written in. */
  readonly oneof: ProtoOneof | undefined;
  /** Of a group: what stands for the field and its message. */
  readonly group: ProtoGroup | undefined;
}

/** Whether a field tells the unset value from a zero, and whether it must be set. */
export type Presence = 'required' | 'explicit' | 'implicit' | 'none';

/** What holds fields and groups: a message, a oneof, an `extend`. */
interface FieldHolder {
  readonly fields: readonly ProtoField[];
  readonly groups: readonly ProtoGroup[];
}

/** The fields of a message: those outside of oneofs first, then those within, then groups. */
export function membersOf(message: ProtoMessage): MessageMember[] {
  return [
    ...fieldMembers(message.fields, undefined),
    ...message.oneofs.flatMap((oneof) => [
      ...fieldMembers(oneof.fields, oneof),
      ...groupMembers(oneof.groups, oneof),
    ]),
    ...groupMembers(message.groups, undefined),
  ];
}

/** The fields of an `extend`. */
export function membersOfExtension(extension: FieldHolder): MessageMember[] {
  return [
    ...fieldMembers(extension.fields, undefined),
    ...groupMembers(extension.groups, undefined),
  ];
}

function fieldMembers(
  fields: readonly ProtoField[],
  oneof: ProtoOneof | undefined,
): MessageMember[] {
  return fields.map((field) => ({ ...field, oneof, group: undefined }));
}

function groupMembers(
  groups: readonly ProtoGroup[],
  oneof: ProtoOneof | undefined,
): MessageMember[] {
  return groups.map((group) => ({
    label: group.label,
    // A group's field is called like its type, in lower case.
    name: group.name.toLowerCase(),
    type: group.name,
    mapKey: undefined,
    number: group.number,
    options: group.options,
    doc: group.doc,
    oneof,
    group,
  }));
}

/**
 * Whether a field can be unset.
 *
 * @param target what its type stands for, undefined for a scalar
 * @param syntax of the file that holds it
 */
export function presenceOf(
  member: MessageMember,
  target: TypeEntry | undefined,
  syntax: ProtoFile['syntax'],
): Presence {
  if (member.label === 'repeated' || member.mapKey !== undefined) return 'none';
  if (member.label === 'required') return 'required';
  if (member.oneof !== undefined || member.label === 'optional') return 'explicit';
  if (target?.type.kind === 'message' || syntax !== 'proto3') return 'explicit';
  return 'implicit';
}

/** The name of a field in JSON, unless it has a `json_name`: `user_id` is `userId`. */
export function usualJsonName(name: string): string {
  return name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
}
