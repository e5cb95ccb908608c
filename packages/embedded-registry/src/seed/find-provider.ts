import type { SchemaType } from '@srkit/registry-protocol';

/** A file with the names that it defines. */
interface Provider {
  file: { path: string };
  schemaType: SchemaType;
  defines: readonly string[];
}

/**
 * Finds the file that has what another one names: a full name that it defines (Avro), a path that it ends with (Protobuf,
 * JSON Schema), an `$id` (JSON Schema). Of several the nearest in the tree of folders is taken.
 */
export function findProvider(
  user: Provider,
  name: string,
  providers: readonly Provider[],
): string | undefined {
  const fitting = providers.filter(
    (provider) => provider.file.path !== user.file.path && provides(user, provider, name),
  );
  const nearest = fitting
    .map(({ file: { path } }) => ({ path, shared: sharedFolders(path, user.file.path) }))
    .sort((a, b) => b.shared - a.shared || (a.path < b.path ? -1 : 1));
  return nearest[0]?.path;
}

function provides(user: Provider, { file, schemaType, defines }: Provider, name: string): boolean {
  if (defines.includes(name)) return true;
  if (schemaType === 'AVRO') return false;
  const wanted = schemaType === 'JSON' ? joinPath(user.file.path, name) : name;
  return file.path === wanted || file.path.endsWith(`/${name.replace(/^(\.\.?\/)+/, '')}`);
}

/** A relative path as seen from another file's folder. */
function joinPath(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)];
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared += 1;
  return shared;
}
