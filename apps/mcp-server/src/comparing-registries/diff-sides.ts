import { answerWords } from '../present/answer-words.ts';
import { readVersion } from '../reading/read-version.ts';
import type { ReadingCall } from '../reading/with-snapshots.ts';
import { pairsOf, readSides, type Sides, subjectsOf } from './read-sides.ts';

/** Which versions are compared, as they came. */
export interface DiffQuestion {
  /** Without their context. */
  names: { source: string; target: string };
  versions: { source: string | undefined; target: string | undefined };
}

/** Reads one subject of two sides and tells what changed from the target to the source. */
export async function diffSides(
  sides: Sides,
  { names, versions }: DiffQuestion,
  call: ReadingCall,
) {
  const wanted = { source: readVersion(versions.source), target: readVersion(versions.target) };
  const named = subjectsOf(sides, { source: [names.source], target: [names.target] });
  const [pair] = pairsOf(named).subjects ?? [];
  const [from, to] = [pair?.target ?? names.target, pair?.source ?? names.source];
  const parts = { detail: 'schemas', includeConfigs: true } as const;
  return readSides(
    named,
    { source: parts, target: parts },
    call,
    async ([source, target], { diffSchemaVersions }) => {
      const diff = await diffSchemaVersions(
        {
          from: { snapshot: target, subject: from, version: wanted.target },
          to: { snapshot: source, subject: to, version: wanted.source },
        },
        { signal: call.signal },
      );
      const { compatibility, notes, missingReferences, ...rest } = diff;
      return {
        ...answerWords({ ...rest, ...compatibility }),
        ...(notes.length > 0 && { notes: [...notes] }),
        ...(missingReferences.length > 0 && { missing_references: answerWords(missingReferences) }),
      };
    },
  );
}
