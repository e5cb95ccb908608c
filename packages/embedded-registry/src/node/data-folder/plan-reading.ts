import { type FileKind, fileName, parseFileName } from './file-names.ts';

/** What is to be read from a folder, and what is to go. */
export interface ReadingPlan {
  /** The generation of the snapshot to begin with; undefined when there is none yet. */
  snapshot: number | undefined;
  /** The generations of the logs that follow, in order; none for an empty folder. */
  logs: number[];
  /** Names of files that are left over from a compaction: done with, or never finished. */
  leftovers: string[];
  /** The name of a file that should be there and is not. */
  missing: string | undefined;
}

/**
 * Decides what to read. Snapshot N stands for all that came before log N, and is put in place after log N has begun: so the newest
 * snapshot and the logs from there on are everything, wherever a compaction ended.
 *
 * @param names the files of the folder
 */
export function planReading(names: readonly string[]): ReadingPlan {
  const files = names.flatMap((name) => {
    const parsed = parseFileName(name);
    return parsed === undefined ? [] : [{ name, ...parsed }];
  });
  const generations = (kind: FileKind) =>
    files
      .filter((file) => file.isFinished && file.kind === kind)
      .map(({ generation }) => generation)
      .sort((a, b) => a - b);
  const snapshot = generations('snapshot').at(-1);
  const first = snapshot ?? 1;
  const logs = generations('log').filter((generation) => generation >= first);
  return {
    snapshot,
    logs,
    leftovers: files
      .filter(({ isFinished, generation }) => !isFinished || generation < first)
      .map(({ name }) => name),
    missing: missingFile(snapshot, logs),
  };
}

function missingFile(snapshot: number | undefined, logs: readonly number[]): string | undefined {
  if (snapshot === undefined && logs.length === 0) return undefined;
  const [oldest] = logs;
  if (snapshot === undefined && oldest !== undefined && oldest > 1)
    return fileName('snapshot', oldest);
  const first = snapshot ?? 1;
  const count = Math.max(logs.length, 1);
  for (let next = first; next < first + count; next += 1)
    if (!logs.includes(next)) return fileName('log', next);
  return undefined;
}
