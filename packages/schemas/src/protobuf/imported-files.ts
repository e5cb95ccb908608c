import type { ReferencedSchema } from '../parsed-schema.ts';
import type { ProtoFile } from './model.ts';
import { readProtoFile } from './parser/read-file.ts';
import { knownFile } from './well-known/known-files.ts';

/**
 * The files that a file may use: those of its references, imported or not, and the well-known ones
 * that it or they import, directly or through others.
 *
 * @returns the files by import path, those of the references first
 * @throws SchemaError where the text of a reference is no Protobuf
 */
export function importedFiles(
  file: ProtoFile,
  references: readonly ReferencedSchema[],
): Map<string, ProtoFile> {
  const files = new Map<string, ProtoFile>();
  for (const { name, text } of references)
    if (!files.has(name)) files.set(name, readProtoFile(text));
  const open = [file, ...files.values()];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { path } of next.imports) {
      const known = files.has(path) ? undefined : knownFile(path);
      if (known === undefined) continue;
      files.set(path, known);
      open.push(known);
    }
  }
  return files;
}
