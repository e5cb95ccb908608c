import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { localName } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { compareProtobufSchemas } from '../../protobuf/difference/compare-protobuf-schemas.ts';
import type { ProtoField, ProtoGroup, ProtoMessage, ProtoOneof } from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { knownFile } from '../../protobuf/well-known/known-files.ts';
import type { ComparedSchema } from '../../structural-difference/protobuf/protobuf-change.ts';
import { levelsFor } from '../avro/accepting-levels.ts';
import type { AcceptingLevel } from '../dangerous-change.ts';

/** One side of a field that is judged alone. */
export interface FieldSide {
  /** Undefined where there is no field. */
  readonly field: FieldPlace | undefined;
  /** The message that holds it, or would. */
  readonly entry: TypeEntry;
  readonly schema: ComparedSchema;
}

/** Tells at which levels a registry takes the change of one field. */
export type JudgeField = (was: FieldSide, is: FieldSide) => AcceptingLevel[];

/**
 * Judges fields by what a registry's comparison says of two messages that hold nothing but the field,
 * and the oneofs that it is or was in. What was asked before is remembered.
 */
export function judgeFields(): JudgeField {
  const known = new Map<string, readonly AcceptingLevel[]>();
  return (was, is) => {
    const oneofs = new Set([was, is].flatMap(({ field }) => field?.member.oneof?.name ?? []));
    const sameNumber = was.field?.member.number === is.field?.member.number;
    const old = messageOf(was, oneofs, 1);
    const next = messageOf(is, oneofs, sameNumber ? 1 : 2);
    const key = JSON.stringify([old, next]);
    const levels = known.get(key) ?? levelsOfMessages(old, next);
    known.set(key, levels);
    return [...levels];
  };
}

function levelsOfMessages(before: ProtoMessage, after: ProtoMessage): AcceptingLevel[] {
  const [old, next] = [schemaOf(before), schemaOf(after)];
  return levelsFor(
    compareProtobufSchemas(next, old, 'backward').length === 0,
    compareProtobufSchemas(next, old, 'forward').length === 0,
  );
}

function schemaOf(message: ProtoMessage): ProtobufSchema {
  return {
    type: 'PROTOBUF',
    text: '',
    file: {
      syntax: undefined,
      packageName: undefined,
      imports: [],
      options: [],
      types: [message],
      services: [],
      extensions: [],
    },
    imported: new Map(),
    references: [],
    validation: 'stored',
  };
}

/** A message that is like others wherever the field is: names and numbers do not matter. */
function messageOf(side: FieldSide, oneofs: ReadonlySet<string>, number: number): ProtoMessage {
  const { type } = side.entry;
  const { oneof, group } = side.field?.member ?? {};
  const fields = side.field && !group ? [plainField(side.field, side, number)] : [];
  const groups = group ? [plainGroup(group, number)] : [];
  const written = type.kind === 'message' ? oneofsOf(type) : new Map<string, ProtoOneof>();
  return {
    kind: 'message',
    name: 'Message',
    doc: '',
    fields: oneof ? [] : fields,
    groups: oneof ? [] : groups,
    oneofs: [...oneofs].flatMap((name, index) => {
      const each = written.get(name);
      const members = each === oneof ? { fields, groups } : { fields: [], groups: [] };
      return each ? [{ name: `oneof${index}`, options: [], doc: '', ...members }] : [];
    }),
    types: [],
    extensions: [],
    options: [],
    reserved: [],
    extensionRanges: [],
  };
}

const oneofsByName = new WeakMap<ProtoMessage, Map<string, ProtoOneof>>();

function oneofsOf(message: ProtoMessage): Map<string, ProtoOneof> {
  const known = oneofsByName.get(message);
  if (known !== undefined) return known;
  const named = new Map(message.oneofs.map((oneof) => [oneof.name, oneof]));
  oneofsByName.set(message, named);
  return named;
}

function plainGroup({ label }: ProtoGroup, number: number): ProtoGroup {
  return { label, name: 'Group', number, fields: [], options: [], doc: '' };
}

/** The field with a type that stands for itself: a number for an enum, a name for a message. */
function plainField(
  { member, target }: FieldPlace,
  { schema }: FieldSide,
  number: number,
): ProtoField {
  const { label, mapKey } = member;
  const type = target === undefined ? member.type : plainType(target, schema);
  return { label, mapKey, type, name: 'field', number, options: [], doc: '' };
}

/** An enum is written as a number, and messages go by their name without the package. */
function plainType({ type, fullName, importPath }: TypeEntry, { schema }: ComparedSchema): string {
  if (type.kind === 'enum') return 'int32';
  const home =
    importPath === undefined
      ? schema.file
      : (schema.imported.get(importPath) ?? knownFile(importPath));
  return `.types.${localName(fullName, home?.packageName ?? '')}`;
}
