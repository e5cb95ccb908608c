import {
  type ContextName,
  contextName,
  isProtocolError,
  normalizeQualifiedName,
  type VersionSelector,
} from '@srkit/registry-protocol';
import { indexesOf, type PlacedVersion } from './indexes.ts';
import { nearestName } from './nearest-name.ts';
import { findVersion } from './resolve-references.ts';
import type { Snapshot, SnapshotSubject } from './snapshot.ts';
import { SnapshotError, type SnapshotErrorCode } from './snapshot-error.ts';
import { unknownPartsOf, type WhyUnknown } from './unknown-parts.ts';

/**
 * Finds contexts of a snapshot by the names that people write (`staging`, `.staging`, `:.staging:`).
 *
 * @throws SnapshotError `invalid_argument` for what is no name, `context_not_found`
 */
export function requireContexts(
  snapshot: Snapshot,
  written: readonly string[],
): ReadonlySet<ContextName> {
  const { subjectsOf } = indexesOf(snapshot);
  const names = new Set<ContextName>();
  for (const each of written) {
    const name = readContext(each);
    if (!subjectsOf.has(name)) {
      refuse('context_not_found', {
        what: `The snapshot of ${snapshot.registry} has no context ${JSON.stringify(name)}`,
        unknown: unknownPartsOf(snapshot).context(name),
        next: `${didYouMean(name, subjectsOf.keys())}List its contexts to see what it has.`,
      });
    }
    names.add(name);
  }
  return names;
}

/**
 * Finds a subject of a snapshot.
 *
 * @param written qualified outside the default context
 * @throws SnapshotError `subject_not_found`
 */
export function requireSubject(snapshot: Snapshot, written: string): SnapshotSubject {
  const { subjects } = indexesOf(snapshot);
  const name = normalizeQualifiedName(written);
  return (
    subjects.get(written) ??
    subjects.get(name) ??
    refuse('subject_not_found', {
      what: `The snapshot of ${snapshot.registry} has no subject ${JSON.stringify(name)}`,
      unknown: unknownPartsOf(snapshot).subject(name),
      next: `${didYouMean(name, subjects.keys())}List its subjects to see what it has.`,
    })
  );
}

/**
 * Finds a version of a snapshot.
 *
 * @param written the subject, qualified outside the default context
 * @throws SnapshotError `subject_not_found`, `version_not_found`
 */
export function requireVersion(
  snapshot: Snapshot,
  written: string,
  selector: VersionSelector,
): PlacedVersion {
  const subject = requireSubject(snapshot, written);
  const version = findVersion(subject, selector);
  if (version) return { subject, version };
  const newest = subject.versions.slice(-10).map((each) => each.version);
  return refuse('version_not_found', {
    what: `The snapshot of ${snapshot.registry} has no version ${selector} of ${JSON.stringify(subject.name)}`,
    unknown: unknownPartsOf(snapshot).version(
      subject.name,
      selector === 'latest' ? undefined : selector,
    ),
    next: newest.length === 0 ? 'It has none of it.' : `Its newest are ${newest.join(', ')}.`,
  });
}

/**
 * Refuses a question about versions where only names were read.
 *
 * @throws SnapshotError `invalid_argument`
 */
export function requireVersions({ detail, registry }: Snapshot): void {
  if (detail !== 'names') return;
  throw new SnapshotError(
    'invalid_argument',
    `The snapshot of ${registry} holds names only. Take one at the detail 'versions' or 'schemas'.`,
  );
}

/**
 * Reads the name of a context as people write it.
 *
 * @throws SnapshotError `invalid_argument`
 */
export function readContext(written: string): ContextName {
  try {
    return contextName(written);
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    throw new SnapshotError('invalid_argument', error.message, { cause: error });
  }
}

/** A question that names what was probably meant, with a space behind it; empty where nothing is near. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const nearest = nearestName(written, names);
  return nearest === undefined ? '' : `Did you mean ${JSON.stringify(nearest)}? `;
}

function refuse(
  code: SnapshotErrorCode,
  { what, unknown, next }: { what: string; unknown: WhyUnknown | undefined; next: string },
): never {
  const message = unknown ? `${what}, but it may be there: ${unknown.reason}` : `${what}. ${next}`;
  throw new SnapshotError(code, message);
}
