import { readProtoFile } from './parser/read-file.ts';
import { knownFile } from './well-known/known-files.ts';

/** The paths that a Protobuf file imports, without those that every registry has itself. */
export function describeProtobufNames(text: string): { defines: string[]; uses: string[] } {
  const paths = readProtoFile(text).imports.map(({ path }) => path);
  return { defines: [], uses: [...new Set(paths)].filter((path) => knownFile(path) === undefined) };
}
