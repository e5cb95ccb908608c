import {
  contextName,
  defaultContext,
  isProtocolError,
  isQualified,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { ReadParts, SnapshotScope } from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';

/** A scope, checked, with every name in the registry's normal form. */
export interface ReadScope {
  /** Undefined for all. */
  readonly contexts: ReadonlySet<string> | undefined;
  /** Qualified; undefined for all. */
  readonly subjects: ReadonlySet<string> | undefined;
  /** Empty for all. */
  readonly subjectPrefix: string;
  /** Qualified; in scope whatever else is said. */
  readonly referenced?: ReadonlySet<string> | undefined;
}

/**
 * Checks a scope.
 *
 * @param ownContext the context of the client: unqualified subjects are of it, and it is read where no context is named
 * @throws SnapshotError `invalid_argument`
 */
export function readScope(scope: SnapshotScope, ownContext: string): ReadScope {
  const { subjectPrefix = '' } = scope;
  const named = scope.contexts?.map(readContext);
  const subjects = scope.subjects?.map((name) => inContext(name, ownContext));
  if (isQualified(subjectPrefix)) {
    throw new SnapshotError(
      'invalid_argument',
      `The subjectPrefix ${JSON.stringify(subjectPrefix)} names a context. Write what subjects begin with there, and the context into contexts.`,
    );
  }
  const isOwn = named === undefined && subjects === undefined && ownContext !== defaultContext;
  const contexts = isOwn ? [ownContext] : named;
  return {
    contexts: contexts && new Set(contexts),
    subjects: subjects && new Set(subjects),
    subjectPrefix,
  };
}

/** A scope as it stands in the snapshot: what was really read, also where the client's context decided it. */
export function writtenScope(scope: ReadScope): ReadParts {
  const { contexts, subjects, subjectPrefix, referenced } = scope;
  return {
    ...(contexts && { contexts: [...contexts] }),
    ...(subjects && { subjects: [...subjects] }),
    ...(subjectPrefix !== '' && { subjectPrefix }),
    ...(referenced && { referenced: [...referenced].sort() }),
  };
}

/** Whether a subject, qualified where it is not of the default context, is to be read. */
export function isInScope(scope: ReadScope, name: string): boolean {
  const { contexts, subjects, subjectPrefix, referenced } = scope;
  if (referenced?.has(name)) return true;
  if (subjects !== undefined && !subjects.has(name)) return false;
  if (contexts === undefined && subjectPrefix === '') return true;
  const { context, subject } = parseQualifiedName(name);
  return (contexts?.has(context) ?? true) && subject.startsWith(subjectPrefix);
}

/** Whether a context is to be read; with a list of subjects, only those that they are of. */
export function isContextInScope({ contexts, subjects }: ReadScope, name: string): boolean {
  if (contexts !== undefined && !contexts.has(name)) return false;
  if (subjects === undefined) return true;
  for (const subject of subjects) if (parseQualifiedName(subject).context === name) return true;
  return false;
}

function readContext(written: string): string {
  try {
    return contextName(written);
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    throw new SnapshotError('invalid_argument', error.message, { cause: error });
  }
}

/** Qualified in normal form; `:.:orders` is of the default context whatever the client's is. */
function inContext(name: string, ownContext: string): string {
  const { context, subject } = isQualified(name)
    ? parseQualifiedName(name)
    : { context: ownContext, subject: name };
  return qualifiedName(context, subject);
}
