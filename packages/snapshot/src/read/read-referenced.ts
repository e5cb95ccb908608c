import { parseQualifiedName, type RegisteredSchema } from '@srkit/registry-protocol';
import { referencedSubject } from '../referenced-subject.ts';
import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import { type Everything, readEverything, type Wanted } from './read-everything.ts';
import { readVersion } from './read-version.ts';
import type { Reading } from './reading.ts';
import { isInScope, type ReadScope } from './scope.ts';

/** How far references are followed by the names of subjects, some requests for each step. */
const mostSteps = 8;
/** How often the rest of the way is looked up: there is more than one only while somebody writes. */
const mostLooks = 3;
/** How many contexts such a look goes through one after the other. */
const mostRounds = 30;

/** What was read, with what it refers to. */
export interface WithReferenced {
  readonly everything: Everything;
  /** Subjects outside of the scope that were asked for, whether they are there or not. */
  readonly referenced: ReadonlySet<string>;
}

/**
 * Reads what something that was read refers to and lies outside of the scope, then what that refers to, until nothing is left.
 * Of another context only such subjects are read, and its settings. Where references lead on and on, the rest of the way is
 * looked up in the listings of whole contexts, so that a long chain does not take requests for each of its links.
 *
 * @param everything what the scope itself brought
 */
export async function readReferenced(
  reading: Reading,
  wanted: Wanted,
  everything: Everything,
): Promise<WithReferenced> {
  const referenced = new Set<string>();
  let all = everything;
  let latest = everything.subjects;
  for (let step = 1; ; step += 1) {
    const next = new Set<string>();
    const isNew = (name: string): boolean =>
      !referenced.has(name) && !next.has(name) && !isInScope(wanted.scope, name);
    for (const subject of latest)
      for (const name of namesIn(subject)) if (isNew(name)) next.add(name);
    if (next.size === 0) return { everything: all, referenced };
    // Somebody who adds to it all the time is not followed forever; what is not read is outside of what was.
    if (step > mostSteps + mostLooks) {
      return { everything: { ...all, changedWhileRead: true }, referenced };
    }
    if (step > mostSteps) await addAllBehind(next, isNew, reading, wanted);
    for (const name of next) referenced.add(name);
    const scope: ReadScope = { contexts: undefined, subjects: next, subjectPrefix: '' };
    const more = await readEverything(reading, { ...wanted, scope });
    all = joined(all, more);
    latest = more.subjects;
  }
}

/** Adds to subjects what they lead to. Their contexts are listed whole for it, each once, and nothing of that is kept. */
async function addAllBehind(
  names: Set<string>,
  isNew: (name: string) => boolean,
  reading: Reading,
  wanted: Wanted,
): Promise<void> {
  // What cannot be read is told when it is read for good.
  const looking = { ...reading, unreadable: [], keep: readVersionOnly };
  const listed = new Set<string>();
  const subjects = new Map<string, SnapshotSubject>();
  let open = [...names];
  for (let round = 0; open.length > 0 && round < mostRounds; round += 1) {
    const contexts = new Set(open.map(contextOf));
    for (const context of contexts) listed.add(context);
    const scope: ReadScope = { contexts, subjects: undefined, subjectPrefix: '' };
    const part = { ...wanted, scope, detail: 'versions', includeConfigs: false } as const;
    for (const subject of (await readEverything(looking, part)).subjects) {
      subjects.set(subject.name, subject);
    }
    const later: string[] = [];
    // It grows while it is gone through.
    for (const name of open) {
      const subject = subjects.get(name);
      if (subject === undefined) continue;
      for (const to of namesIn(subject)) {
        if (!isNew(to)) continue;
        names.add(to);
        (listed.has(contextOf(to)) ? open : later).push(to);
      }
    }
    open = later;
  }
}

/** The subjects that any version of one refers to. */
function namesIn({ context, versions }: SnapshotSubject): string[] {
  return versions.flatMap(({ references }) =>
    references.map(({ subject }) => referencedSubject(context, subject)),
  );
}

function contextOf(name: string): string {
  return parseQualifiedName(name).context;
}

async function readVersionOnly(listed: RegisteredSchema): Promise<SnapshotVersion> {
  return readVersion(listed);
}

function joined(one: Everything, other: Everything): Everything {
  const known = new Set(one.contexts.map(({ name }) => name));
  return {
    ...one,
    contexts: [...one.contexts, ...other.contexts.filter(({ name }) => !known.has(name))],
    subjects: [...one.subjects, ...other.subjects],
    changedWhileRead: one.changedWhileRead || other.changedWhileRead,
  };
}
