import { type FindInScope, findInScope } from '../find-in-scope.ts';
import type { ProtoFile } from '../model.ts';
import { type NamedType, namedTypes } from '../named-types.ts';
import { readProtoFile } from '../parser/read-file.ts';
import { confluentTexts } from './confluent.ts';
import { descriptorText } from './descriptor.ts';
import { googleProtobufTexts } from './google-protobuf.ts';
import { googleTypeTexts } from './google-type.ts';

/** A well-known type and the file that holds it. */
export interface KnownType extends NamedType {
  readonly importPath: string;
}

const texts: ReadonlyMap<string, string> = new Map([
  ...underPath('google/protobuf', { ...googleProtobufTexts, descriptor: descriptorText }),
  ...underPath('google/type', googleTypeTexts),
  ...underPath('confluent', confluentTexts),
]);

const files = new Map<string, ProtoFile>();
let find: FindInScope<KnownType> | undefined;

/** A file that every registry has itself, such as `google/protobuf/timestamp.proto`. */
export function knownFile(path: string): ProtoFile | undefined {
  const text = texts.get(path);
  if (text === undefined) return undefined;
  const file = files.get(path) ?? readProtoFile(text);
  files.set(path, file);
  return file;
}

/** What a written name means among the types of those files. */
export function findKnownType(written: string, scope: string): KnownType | undefined {
  find ??= findInScope([...texts.keys()].flatMap(typesOf));
  return find(written, scope);
}

function typesOf(importPath: string): KnownType[] {
  const file = knownFile(importPath);
  return file === undefined ? [] : namedTypes(file).map((each) => ({ ...each, importPath }));
}

function underPath(folder: string, named: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(named).map(([name, text]) => [`${folder}/${name}.proto`, text]);
}
