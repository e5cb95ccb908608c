import { defaultContext } from '@srkit/registry-protocol';
import type { Snapshot, SnapshotContext, SnapshotSubject, SnapshotVersion } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';
import type { TextStore } from './text-store.ts';

/** What a snapshot is made of. */
export interface SnapshotParts extends Partial<Omit<Snapshot, 'texts' | 'close'>> {
  readonly registry: string;
  /** In any order; versions too. */
  readonly subjects: readonly SnapshotSubject[];
  /** Closed with the snapshot. @default none: no text is known */
  readonly texts?: TextStore;
}

/**
 * Makes a snapshot of its parts: puts them in order, and adds contexts that only subjects name.
 *
 * @param parts left out, `scope` is everything, `detail` is `schemas`, and nothing was unreadable
 */
export function createSnapshot({ texts, ...parts }: SnapshotParts): Snapshot {
  const { registry, startedAt = Date.now() } = parts;
  let closed = false;
  return {
    scope: {},
    detail: 'schemas',
    includesDeleted: false,
    includesConfigs: false,
    startedAt,
    endedAt: startedAt,
    requests: 0,
    everywhere: {},
    unreadable: [],
    changedWhileRead: false,
    ...parts,
    contexts: orderedContexts(parts),
    subjects: sortSubjects(parts.subjects),
    texts: {
      async read(guid) {
        if (closed) {
          throw new SnapshotError(
            'closed',
            `The snapshot of ${registry} is closed. Take another one.`,
          );
        }
        const text = await texts?.read(guid);
        if (text !== undefined) return text;
        throw new SnapshotError(
          'text_unknown',
          `The snapshot of ${registry} has no text of ${guid}. Texts are read at the detail 'schemas' only, and not those of versions that could not be read.`,
        );
      },
    },
    async close() {
      if (closed) return;
      closed = true;
      await texts?.close();
    },
  };
}

/** Subjects in the order of a snapshot: the default context first, then by context, then by name; versions ascending. */
function sortSubjects(subjects: readonly SnapshotSubject[]): SnapshotSubject[] {
  return subjects
    .map((subject) =>
      isAscending(subject.versions)
        ? subject
        : {
            ...subject,
            versions: subject.versions.toSorted((one, other) => one.version - other.version),
          },
    )
    .sort(
      (one, other) =>
        compareContexts(one.context, other.context) || compareTexts(one.subject, other.subject),
    );
}

function isAscending(versions: readonly SnapshotVersion[]): boolean {
  return versions.every(({ version }, index) => version > (versions[index - 1]?.version ?? 0));
}

function orderedContexts({ contexts = [], subjects }: SnapshotParts): SnapshotContext[] {
  const byName = new Map<string, SnapshotContext>();
  for (const { context } of subjects) byName.set(context, { name: context });
  for (const context of contexts) byName.set(context.name, context);
  return [...byName.values()].sort((one, other) => compareContexts(one.name, other.name));
}

function compareContexts(one: string, other: string): number {
  if (one === other) return 0;
  if (one === defaultContext) return -1;
  return other === defaultContext ? 1 : compareTexts(one, other);
}

/** By UTF-16 units, as registries order names. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
