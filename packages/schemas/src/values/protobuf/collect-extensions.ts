import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoExtension, ProtoFile, ProtoType } from '../../protobuf/model.ts';
import type { TypeTable } from '../../protobuf/type-table.ts';

/** An `extend` and where it stands. */
export interface PlacedExtension {
  readonly extension: ProtoExtension;
  /** The package or message around it, in which its names have a meaning. */
  readonly scope: string;
  readonly file: ProtoFile;
}

/** The extensions of a file and of all that it imports, by the full name of the message they extend. */
export function collectExtensions(
  { file, imported }: ProtobufSchema,
  table: TypeTable,
): ReadonlyMap<string, readonly PlacedExtension[]> {
  const collected = new Map<string, PlacedExtension[]>();

  function add(extensions: readonly ProtoExtension[], scope: string, of: ProtoFile): void {
    for (const extension of extensions) {
      const extended = table.resolve(extension.name, scope)?.fullName;
      if (extended === undefined) continue;
      const known = collected.get(extended);
      if (known === undefined) collected.set(extended, [{ extension, scope, file: of }]);
      else known.push({ extension, scope, file: of });
    }
  }

  for (const each of new Set([file, ...imported.values()])) {
    const packageName = each.packageName ?? '';
    add(each.extensions, packageName, each);
    const left: { type: ProtoType; scope: string }[] = each.types.map((type) => ({
      type,
      scope: packageName,
    }));
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { type, scope } = next;
      if (type.kind === 'enum') continue;
      const inside = scopedName(scope, type.name);
      add(type.extensions, inside, each);
      for (const inner of type.types) left.push({ type: inner, scope: inside });
    }
  }
  return collected;
}

/** A name in a scope: `shop.Order`, or the name alone where the scope is that of everything. */
export function scopedName(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
