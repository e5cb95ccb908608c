import { type FindInScope, findInScope } from './find-in-scope.ts';
import type { ProtoExtension, ProtoField, ProtoFile } from './model.ts';
import { namedTypes } from './named-types.ts';
import { knownFile } from './well-known/known-files.ts';

/** A field that an `extend` adds to a message. */
export interface ExtensionField {
  /** Package, message it is written in, and name: `shop.sensitive`. */
  readonly fullName: string;
  readonly field: ProtoField;
  /** Where its type is to be looked for. */
  readonly scope: string;
}

/** Every field that `extend`s of a file add, in the order of the file's messages. */
function extensionFields(file: ProtoFile): ExtensionField[] {
  const found = fieldsOf(file.extensions, file.packageName ?? '');
  for (const { fullName, type } of namedTypes(file))
    if (type.kind === 'message') found.push(...fieldsOf(type.extensions, fullName));
  return found;
}

function fieldsOf(extensions: readonly ProtoExtension[], scope: string): ExtensionField[] {
  return extensions.flatMap(({ fields }) =>
    fields.map((field) => {
      const fullName = scope === '' ? field.name : `${scope}.${field.name}`;
      return { fullName, field, scope };
    }),
  );
}

/** Looks names up among the extensions of a file, of those that it may use and of the well-known ones. */
export function extensionFinder(
  file: ProtoFile,
  imported: ReadonlyMap<string, ProtoFile>,
): FindInScope<ExtensionField> {
  const known = knownFile('confluent/meta.proto');
  const files = [file, ...imported.values(), ...(known === undefined ? [] : [known])];
  return findInScope(files.flatMap(extensionFields));
}
