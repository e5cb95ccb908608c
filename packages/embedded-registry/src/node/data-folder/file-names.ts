/** The kinds of files that a data folder has. */
export type FileKind = 'log' | 'snapshot';

/** Ends the name of a file that is being written. */
export const unfinished = '.new';

/** The name of a file: the generation, so that names are in order, and what it is, for example `000002.log`. */
export function fileName(kind: FileKind, generation: number): string {
  return `${String(generation).padStart(6, '0')}.${kind}`;
}

/** What a name says; undefined for a file that is none of ours. */
export function parseFileName(
  name: string,
): { kind: FileKind; generation: number; isFinished: boolean } | undefined {
  const found = /^(\d{6,15})\.(log|snapshot)(\.new)?$/.exec(name);
  if (found === null) return undefined;
  const generation = Number(found[1]);
  const kind = found[2] === 'log' ? 'log' : 'snapshot';
  if (!name.startsWith(fileName(kind, generation))) return undefined;
  return { kind, generation, isFinished: found[3] === undefined };
}
