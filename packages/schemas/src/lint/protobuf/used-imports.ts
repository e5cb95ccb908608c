import type { ProtoFile, ProtoOption } from '../../protobuf/model.ts';
import { namedTypes } from '../../protobuf/named-types.ts';
import type { LintedProtobuf } from './protobuf-lint-rule.ts';

/** The imports of a file that it uses something of: a type, or an extension as an option. */
export function usedImports({ file, schema, table, fields }: LintedProtobuf): Set<string> {
  const files = new Set<string>();
  const { packageName = '' } = file;
  const use = (name: string, scope: string): void => {
    const path = table.resolve(name, scope)?.importPath;
    if (path !== undefined) files.add(path);
  };
  for (const { target } of fields)
    if (target?.importPath !== undefined) files.add(target.importPath);
  for (const { requestType, responseType } of file.services.flatMap(({ rpcs }) => rpcs)) {
    use(requestType, packageName);
    use(responseType, packageName);
  }
  for (const { name } of file.extensions) use(name, packageName);
  for (const { type, fullName, importPath } of table.types.values()) {
    if (importPath !== undefined || type.kind === 'enum') continue;
    for (const { name } of type.extensions) use(name, fullName);
  }
  const options = optionNames(file);
  for (const [path, imported] of schema.imported) {
    if (!files.has(path) && extensionNames(imported).some((name) => options.has(name))) {
      files.add(path);
    }
  }
  return withPublicImporters(schema.imported, files);
}

/** With the files that import one of them publicly, directly or through others. */
function withPublicImporters(
  imported: LintedProtobuf['schema']['imported'],
  used: ReadonlySet<string>,
): Set<string> {
  const importers = new Map<string, string[]>();
  for (const [path, { imports }] of imported) {
    for (const each of imports) {
      if (each.modifier !== 'public') continue;
      const known = importers.get(each.path);
      if (known) known.push(path);
      else importers.set(each.path, [path]);
    }
  }
  const found = new Set(used);
  // A set that grows while it is gone through is gone through to the end.
  for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
  return found;
}

/** The last word of every extension that is written as an option anywhere in the file. */
function optionNames(file: ProtoFile): Set<string> {
  const names = new Set<string>();
  const take = (parts: readonly { readonly options: readonly ProtoOption[] }[]): void => {
    for (const { options } of parts) {
      for (const { name, isExtension } of options) if (isExtension) names.add(lastWord(name));
    }
  };
  take([file]);
  take(file.services);
  for (const { rpcs } of file.services) take(rpcs);
  for (const { fields } of file.extensions) take(fields);
  for (const { type } of namedTypes(file)) {
    take([type]);
    if (type.kind === 'enum') take(type.constants);
    else {
      take(type.fields);
      take(type.oneofs);
      take(type.extensionRanges);
      for (const { fields } of [...type.oneofs, ...type.extensions]) take(fields);
    }
  }
  return names;
}

/** The names of the extensions that a file defines, in messages too. */
function extensionNames(file: ProtoFile): string[] {
  const inside = namedTypes(file).flatMap(({ type }) =>
    type.kind === 'message' ? type.extensions : [],
  );
  return [...file.extensions, ...inside].flatMap(({ fields }) => fields.map(({ name }) => name));
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
