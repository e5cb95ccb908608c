import type { ProtobufSchema } from '../parsed-schema.ts';
import { findInScope } from './find-in-scope.ts';
import type { ProtoFile, ProtoType } from './model.ts';
import { namedTypes } from './named-types.ts';
import { scalarTypes } from './scalar-types.ts';
import { findKnownType } from './well-known/known-files.ts';

export { scalarTypes };

/** A message or an enum under its full name. */
export interface TypeEntry {
  /** `shop.Order.Line`, without a leading dot. */
  readonly fullName: string;
  /** A group counts as a message. */
  readonly type: ProtoType;
  /** The imported file that holds it; undefined: the schema's own text. */
  readonly importPath: string | undefined;
}

/** What the names of a schema stand for. */
export interface TypeTable {
  /** By full name; those of the schema's own text first, in document order, a message before what is inside. */
  readonly types: ReadonlyMap<string, TypeEntry>;
  /**
   * What a written name means.
   *
   * @param scope the full name of the message it is written in, or the package
   * @returns undefined for scalars and unknown names
   */
  resolve(written: string, scope: string): TypeEntry | undefined;
}

const tables = new WeakMap<ProtobufSchema, TypeTable>();

/**
 * The types of a schema and of all that it imports. A name is looked for in the innermost scope
 * first, then outward; a leading dot makes it absolute. The well-known types are found without an
 * import too, as the registry finds them.
 */
export function typeTable(schema: ProtobufSchema): TypeTable {
  const remembered = tables.get(schema);
  if (remembered !== undefined) return remembered;
  const table = makeTypeTable(schema);
  tables.set(schema, table);
  return table;
}

function makeTypeTable({ file, imported }: ProtobufSchema): TypeTable {
  const types = new Map<string, TypeEntry>();
  addTypes(types, file, undefined);
  for (const [path, each] of imported) addTypes(types, each, path);
  const find = findInScope(types.values());
  return {
    types,
    resolve: (written, scope) =>
      scalarTypes.has(written)
        ? undefined
        : (find(written, scope) ?? findKnownType(written, scope)),
  };
}

function addTypes(
  types: Map<string, TypeEntry>,
  file: ProtoFile,
  importPath: string | undefined,
): void {
  for (const { fullName, type } of namedTypes(file))
    if (!types.has(fullName)) types.set(fullName, { fullName, type, importPath });
}
