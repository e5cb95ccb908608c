import type { ProtobufSchema } from '../../parsed-schema.ts';
import type {
  ProtoField,
  ProtoFile,
  ProtoGroup,
  ProtoMessage,
  ProtoOneof,
} from '../../protobuf/model.ts';
import { groupMessage } from '../../protobuf/named-types.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { typeTable } from '../../protobuf/type-table.ts';
import { knownFile } from '../../protobuf/well-known/known-files.ts';
import { SchemaError } from '../../schema-error.ts';
import type { PlacedExtension } from './collect-extensions.ts';
import { collectExtensions, scopedName } from './collect-extensions.ts';
import type { FieldSite } from './make-field.ts';
import { groupField, makeField } from './make-field.ts';
import type { EnumShape, FieldShape, MessageShape, ValueType } from './message-shape.ts';
import { enumShape } from './message-shape.ts';
import { isScalarType } from './scalar-types.ts';
import { wellKnownType } from './well-known-type.ts';

/** The messages of a schema and of what it imports, each looked up when it is first asked for. */
export interface MessageShapes {
  /**
   * The message of a full name; undefined where there is none.
   *
   * @throws SchemaError `invalid_schema` where the type of a field is unknown
   */
  find(fullName: string): MessageShape | undefined;
  /** The message that a field holds. */
  of(type: { readonly fullName: string }): MessageShape;
  /** The full names of all messages that the file and its imports define. */
  names(): string[];
}

const known = new WeakMap<ProtobufSchema, MessageShapes>();

/** The messages of a schema, looked up once. */
export function messageShapes(schema: ProtobufSchema): MessageShapes {
  let shapes = known.get(schema);
  if (shapes === undefined) {
    shapes = makeShapes(schema);
    known.set(schema, shapes);
  }
  return shapes;
}

function makeShapes(schema: ProtobufSchema): MessageShapes {
  const table = typeTable(schema);
  const messages = new Map<string, MessageShape>();
  const enums = new Map<string, EnumShape>();
  let extensions: ReadonlyMap<string, readonly PlacedExtension[]> | undefined;

  function fileOf({ importPath }: TypeEntry): ProtoFile {
    if (importPath === undefined) return schema.file;
    return schema.imported.get(importPath) ?? knownFile(importPath) ?? schema.file;
  }

  function find(fullName: string): MessageShape | undefined {
    const made = messages.get(fullName);
    if (made !== undefined) return made;
    const entry = table.resolve(`.${fullName}`, '');
    if (entry?.type.kind !== 'message') return undefined;
    return makeMessage(fullName, entry.type, fileOf(entry));
  }

  function makeMessage(fullName: string, message: ProtoMessage, file: ProtoFile): MessageShape {
    extensions ??= collectExtensions(schema, table);
    const own = (oneof?: ProtoOneof): FieldSite => ({
      scope: fullName,
      file,
      oneof: oneof?.name,
      isExtension: false,
    });
    const fields = [...makeFields(message, own())];
    for (const oneof of message.oneofs) fields.push(...makeFields(oneof, own(oneof)));
    for (const placed of extensions.get(fullName) ?? []) {
      fields.push(
        ...makeFields(placed.extension, { ...placed, oneof: undefined, isExtension: true }),
      );
    }
    const shape = shapeOf(fullName, fields);
    messages.set(fullName, shape);
    return shape;
  }

  function makeFields(
    { fields, groups }: { fields: readonly ProtoField[]; groups: readonly ProtoGroup[] },
    site: FieldSite,
  ): FieldShape[] {
    return [
      ...fields.map((field) => makeField(field, fieldType(field, site), site)),
      ...groups.map((group) => makeField(groupField(group), groupType(group, site), site)),
    ];
  }

  function fieldType({ name, type }: ProtoField, { scope }: FieldSite): ValueType {
    if (isScalarType(type)) return { kind: 'scalar', scalar: type };
    const entry = table.resolve(type, scope);
    if (entry === undefined) throw refuseType(name, type, scope);
    if (entry.type.kind === 'message') return { kind: 'message', fullName: entry.fullName };
    const made = enums.get(entry.fullName);
    if (made !== undefined) return { kind: 'enum', enum: made };
    const shape = enumShape(entry.fullName, entry.type, fileOf(entry).syntax !== 'proto3');
    enums.set(entry.fullName, shape);
    return { kind: 'enum', enum: shape };
  }

  // Of an extension's group the table knows nothing.
  function groupType(group: ProtoGroup, { scope, file }: FieldSite): ValueType {
    const fullName = scopedName(scope, group.name);
    if (!messages.has(fullName)) makeMessage(fullName, groupMessage(group), file);
    return { kind: 'group', fullName };
  }

  function of({ fullName }: { readonly fullName: string }): MessageShape {
    const shape = find(fullName);
    if (shape === undefined) throw new TypeError(`The message ${fullName} has gone`);
    return shape;
  }

  function names(): string[] {
    const entries = [...table.types.values()];
    return entries.filter(({ type }) => type.kind === 'message').map(({ fullName }) => fullName);
  }

  return { find, of, names };
}

function shapeOf(fullName: string, unsorted: readonly FieldShape[]): MessageShape {
  const fields = withOwnNames(unsorted).sort((one, other) => one.number - other.number);
  const byName = new Map(fields.map((field) => [field.jsonName, field]));
  for (const field of fields) byName.set(field.name, field);
  return {
    fullName,
    fields,
    byNumber: new Map(fields.map((field) => [field.number, field])),
    byName,
    required: fields.filter(({ presence }) => presence === 'required'),
    wellKnown: wellKnownType(fullName, fields),
  };
}

/** Where proto2 lets several fields share a name in ProtoJSON, they keep those of the file. */
function withOwnNames(fields: readonly FieldShape[]): FieldShape[] {
  const wanted = new Map<string, number>();
  for (const { name, jsonName: asJson } of fields) {
    for (const each of new Set([name, asJson])) wanted.set(each, (wanted.get(each) ?? 0) + 1);
  }
  return fields.map((field) =>
    wanted.get(field.jsonName) === 1 ? field : { ...field, jsonName: field.name },
  );
}

function refuseType(field: string, type: string, scope: string): SchemaError {
  const details = `The field ${scopedName(scope, field)} has the type ${type}, which neither the file nor its imports define`;
  return new SchemaError(`${details}. Give the file that defines it as a reference.`, {
    code: 'invalid_schema',
    details,
  });
}
