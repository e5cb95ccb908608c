import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoExtension, ProtoFile } from '../../protobuf/model.ts';
import type { TypeEntry, TypeTable } from '../../protobuf/type-table.ts';
import { typeTable } from '../../protobuf/type-table.ts';
import { knownFile } from '../../protobuf/well-known/known-files.ts';
import { runInOrder } from '../run-in-order.ts';
import type { MessageMember } from './message-members.ts';
import { membersOf, membersOfExtension } from './message-members.ts';
import { isValueType } from './value-types.ts';

/** A field where its message is opened. */
export interface FieldPlace {
  readonly path: string;
  readonly member: MessageMember;
  /** Full name of the message that it belongs to, or that it extends. */
  readonly message: string;
  readonly syntax: ProtoFile['syntax'];
  /** Whether the schema's own text holds it. */
  readonly isOwn: boolean;
  readonly depth: number;
  /** What its type stands for; undefined for scalars. */
  readonly target: TypeEntry | undefined;
  readonly recursive: boolean;
}

/** A message or an enum where it is first used. */
export interface TypePlace {
  readonly path: string;
  readonly entry: TypeEntry;
  /** Its own, in order. */
  readonly fields: readonly FieldPlace[];
}

/** An `extend` with the full name of what it extends. */
export interface ExtensionPlace {
  readonly path: string;
  readonly extension: ProtoExtension;
  /** Full name of the message that is extended. */
  readonly extended: string;
  /** The message or the package that it is written in. */
  readonly scope: string;
  readonly fields: readonly FieldPlace[];
}

/** Everything that a schema holds, in the order in which it is met, with its place. */
export interface ProtobufOutline {
  readonly fields: readonly FieldPlace[];
  /** By full name: all of the schema's own, and those of imports that it uses. */
  readonly types: ReadonlyMap<string, TypePlace>;
  readonly extensions: readonly ExtensionPlace[];
  readonly table: TypeTable;
}

/** What lies around a message that is being opened. */
interface Surroundings {
  readonly path: string;
  readonly depth: number;
}

/**
 * Walks a schema once, from its first message, which is the one that messages of the subject have.
 * Each type is opened at its first use only, so the cost is linear. What the first message does not
 * lead to follows, with its name in brackets for a path.
 */
export function outlineProtobuf(schema: ProtobufSchema): ProtobufOutline {
  const table = typeTable(schema);
  const { packageName = '' } = schema.file;
  const fields: FieldPlace[] = [];
  const types = new Map<string, TypePlace>();
  const extensions: ExtensionPlace[] = [];
  const open = new Set<string>();
  const syntaxOf = (importPath: string | undefined): ProtoFile['syntax'] =>
    (importPath === undefined
      ? schema.file
      : (schema.imported.get(importPath) ?? knownFile(importPath))
    )?.syntax;

  runInOrder((later) => {
    function define(entry: TypeEntry, { path, depth }: Surroundings): void {
      const { fullName, type, importPath } = entry;
      if (types.has(fullName)) return;
      const own: FieldPlace[] = [];
      types.set(fullName, { path, entry, fields: own });
      if (type.kind === 'enum') return;
      open.add(fullName);
      const about = { message: fullName, syntax: syntaxOf(importPath), isOwn: !importPath, depth };
      for (const member of membersOf(type)) {
        later(() => {
          const place = placeField(member, fullName, {
            ...about,
            path: joinNames(path, member.name),
          });
          own.push(place);
          follow(place);
        });
      }
      later(() => open.delete(fullName));
    }

    function placeField(
      member: MessageMember,
      scope: string,
      about: Pick<FieldPlace, 'path' | 'message' | 'syntax' | 'isOwn' | 'depth'>,
    ): FieldPlace {
      const target =
        member.group === undefined
          ? table.resolve(member.type, scope)
          : table.types.get(joinNames(scope, member.group.name));
      return { ...about, member, target, recursive: !!target && open.has(target.fullName) };
    }

    function follow(place: FieldPlace): void {
      fields.push(place);
      const { target, path, member, depth } = place;
      if (target === undefined || isValueType(target)) return;
      const end = member.mapKey !== undefined ? '{}' : member.label === 'repeated' ? '[]' : '';
      later(() => define(target, { path: `${path}${end}`, depth: depth + 1 }));
    }

    function extend(extension: ProtoExtension, scope: string): void {
      const found = table.resolve(extension.name, scope);
      const extended = found?.fullName ?? extension.name.replace(/^\./, '');
      const path = `(extend ${extended})`;
      const own: FieldPlace[] = [];
      extensions.push({ path, extension, extended, scope, fields: own });
      const about = { message: extended, syntax: schema.file.syntax, isOwn: true, depth: 0 };
      const prefix = localName(scope, packageName);
      for (const member of membersOfExtension(extension)) {
        later(() => {
          const name = joinNames(prefix, member.name);
          const place = placeField(member, scope, { ...about, path: `${path}.${name}` });
          own.push(place);
          follow(place);
        });
      }
    }

    const own = [...table.types.values()].filter(({ importPath }) => importPath === undefined);
    const root = own.find(({ type }) => type.kind === 'message');
    if (root) later(() => define(root, { path: '', depth: 0 }));
    for (const entry of own) {
      later(() => define(entry, { path: `(${localName(entry.fullName, packageName)})`, depth: 0 }));
    }
    for (const extension of schema.file.extensions) later(() => extend(extension, packageName));
    for (const { type, fullName } of own) {
      if (type.kind === 'enum') continue;
      for (const extension of type.extensions) later(() => extend(extension, fullName));
    }
  });
  return { fields, types, extensions, table };
}

/** A full name without the package. */
export function localName(fullName: string, packageName: string): string {
  if (fullName === packageName) return '';
  return packageName !== '' && fullName.startsWith(`${packageName}.`)
    ? fullName.slice(packageName.length + 1)
    : fullName;
}

function joinNames(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
