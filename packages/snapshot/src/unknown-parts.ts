import { parseQualifiedName } from '@srkit/registry-protocol';
import { indexesOf } from './indexes.ts';
import { isContextInScope, isInScope, type ReadScope } from './read/scope.ts';
import type { Snapshot, Unreadable } from './snapshot.ts';

/** Why something is not known. */
export interface WhyUnknown {
  /** `outside` the scope of the snapshot, `not_read` at its level of detail, or `unreadable` although it should have been read. */
  readonly why: 'outside' | 'not_read' | 'unreadable';
  /** In a sentence. */
  readonly reason: string;
}

/** Why each part of a snapshot is not known; undefined where it is. Names are qualified. */
export interface UnknownParts {
  /** Why a context that the snapshot does not name may be there all the same. */
  context(name: string): WhyUnknown | undefined;
  /** Why a subject that the snapshot does not name may be there all the same. */
  subject(name: string): WhyUnknown | undefined;
  /** Why a subject may have a version that the snapshot does not; without a number, any. */
  version(name: string, version?: number): WhyUnknown | undefined;
  /** Why the configuration or mode of a subject or of a context is not known. */
  setting(
    what: 'config' | 'mode',
    of: { subject: string } | { context: string },
  ): WhyUnknown | undefined;
}

const made = new WeakMap<Snapshot, UnknownParts>();

/**
 * Tells what a snapshot does not know: because it could not be read, or because it is outside what was to be read. What is
 * unknown is never taken for absent. Made once for each snapshot.
 */
export function unknownPartsOf(snapshot: Snapshot): UnknownParts {
  const known = made.get(snapshot);
  if (known) return known;
  const parts = unknownParts(snapshot);
  made.set(snapshot, parts);
  return parts;
}

/** What a snapshot was told to read. */
export function scopeOf({ scope }: Snapshot): ReadScope {
  const { contexts, subjects, subjectPrefix = '', referenced } = scope;
  return {
    contexts: contexts && new Set(contexts),
    subjects: subjects && new Set(subjects),
    subjectPrefix,
    referenced: referenced && new Set(referenced),
  };
}

/** Why not every version of a subject could be read; without an entry where all could. */
export function unreadSubjects({ unreadable }: Snapshot): ReadonlyMap<string, string> {
  return new Map(
    unreadable.flatMap(({ what, subject, reason }) =>
      subject !== undefined && (what === 'versions' || what === 'schema')
        ? [[subject, reason]]
        : [],
    ),
  );
}

function unknownParts(snapshot: Snapshot): UnknownParts {
  const { detail, includesConfigs, registry } = snapshot;
  const scope = scopeOf(snapshot);
  const reasons = new Map<string, WhyUnknown>();
  for (const part of snapshot.unreadable) {
    const key = keyOf(part);
    if (!reasons.has(key)) reasons.set(key, { why: 'unreadable', reason: part.reason });
  }
  const contexts = new Set(snapshot.contexts.map(({ name }) => name));
  const outside: WhyUnknown = {
    why: 'outside',
    reason: `It is outside what was read of ${registry}.`,
  };

  function unreadable(part: Omit<Unreadable, 'reason'>): WhyUnknown | undefined {
    return reasons.size === 0 ? undefined : reasons.get(keyOf(part));
  }

  function context(name: string): WhyUnknown | undefined {
    if (contexts.has(name)) return undefined;
    return isContextInScope(scope, name) ? unreadable({ what: 'contexts' }) : outside;
  }

  function subject(name: string): WhyUnknown | undefined {
    if (indexesOf(snapshot).subjects.has(name)) return undefined;
    if (!isInScope(scope, name)) return outside;
    const { context: where } = parseQualifiedName(name);
    return (
      unreadable({ what: 'versions', subject: name }) ??
      unreadable({ what: 'subjects', context: where }) ??
      unreadable({ what: 'subjects' }) ??
      context(where)
    );
  }

  function version(name: string, number?: number): WhyUnknown | undefined {
    if (detail === 'names') {
      return { why: 'not_read', reason: `Only the names of subjects were read of ${registry}.` };
    }
    return (
      subject(name) ??
      unreadable({ what: 'versions', subject: name }) ??
      (number === undefined
        ? undefined
        : unreadable({ what: 'schema', subject: name, version: number }))
    );
  }

  return {
    context,
    subject,
    version,
    setting(what, of) {
      if (includesConfigs) return unreadable({ what, ...of });
      return {
        why: 'not_read',
        reason: `Configurations and modes were not read of ${registry}.`,
      };
    },
  };
}

function keyOf({ what, context, subject, version }: Omit<Unreadable, 'reason'>): string {
  return JSON.stringify([what, context, subject, version]);
}
