import { referencedSubject } from '../referenced-subject.ts';
import type { SnapshotSubject } from '../snapshot.ts';
import { type Everything, readEverything, type Wanted } from './read-everything.ts';
import type { Reading } from './reading.ts';
import { isInScope, type ReadScope } from './scope.ts';

/** What was read, with what it refers to. */
export interface WithReferenced {
  readonly everything: Everything;
  /** Subjects outside of the scope that were asked for, whether they are there or not. */
  readonly referenced: ReadonlySet<string>;
}

/**
 * Reads what something that was read refers to and lies outside of the scope, then what that refers to, until nothing is left.
 * Of another context only such subjects are read, and its settings.
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
  for (;;) {
    const next = outside(wanted.scope, latest, referenced);
    if (next.size === 0) return { everything: all, referenced };
    for (const name of next) referenced.add(name);
    const scope: ReadScope = { contexts: undefined, subjects: next, subjectPrefix: '' };
    const more = await readEverything(reading, { ...wanted, scope });
    all = joined(all, more);
    latest = more.subjects;
  }
}

function outside(
  scope: ReadScope,
  subjects: readonly SnapshotSubject[],
  known: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  for (const { context, versions } of subjects) {
    for (const { references } of versions) {
      for (const { subject } of references) {
        const name = referencedSubject(context, subject);
        if (!known.has(name) && !isInScope(scope, name)) found.add(name);
      }
    }
  }
  return found;
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
