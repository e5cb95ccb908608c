import type { SchemaReference } from '@srkit/registry-protocol';
import type { Pair } from '../compare/choose-pairs.ts';
import { countedVersions } from '../compare/compare-versions.ts';
import { indexesOf } from '../indexes.ts';
import { referencedSubject } from '../referenced-subject.ts';
import { findVersion, referencedVersion } from '../resolve-references.ts';
import type { SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { Conflict, UnknownConflict } from './conflict.ts';
import type { ConflictSearch, FoundConflicts } from './conflict-search.ts';

/**
 * Finds what versions of the source refer to, and the target does not have or has with other content. Where the target has
 * nothing of a subject, references that come along with it are no conflict.
 */
export async function findReferenceConflicts(
  pair: Pair<SnapshotSubject>,
  search: ConflictSearch,
): Promise<FoundConflicts> {
  const found: FoundConflicts = { conflicts: [], unknown: [] };
  const { inSource } = pair;
  if (!inSource) return found;
  for (const version of countedVersions(inSource, false)) {
    for (const reference of version.references) {
      const judged = await judge(pair, inSource, version, reference, search);
      if (judged && 'kind' in judged) found.conflicts.push(judged);
      else if (judged) found.unknown.push(judged);
    }
  }
  return found;
}

async function judge(
  { inTarget, target: targetSubject }: Pair<SnapshotSubject>,
  subject: SnapshotSubject,
  { version }: SnapshotVersion,
  reference: SchemaReference,
  { source, target, names, contents, isCompared }: ConflictSearch,
): Promise<Conflict | UnknownConflict | undefined> {
  const from = referencedSubject(subject.context, reference.subject);
  const counterpart = names.inTarget(from) ?? from;
  const inSource = referencedVersion(source, subject.context, reference);
  const number = inSource?.version.version ?? reference.version;
  const there = indexesOf(target).subjects.get(counterpart);
  const other = there && findVersion(there, number);
  const what = `Version ${version} of ${subject.name} refers to version ${number} of ${counterpart}`;
  const conflict = {
    subject: subject.name,
    targetSubject,
    version,
    name: reference.name,
    refersTo: { subject: counterpart, version: number },
    inSource: inSource !== undefined,
  };
  if (there && other && !other.deleted) {
    if (!inSource) return undefined;
    const verdict = await contents.compare(inSource, { subject: there, version: other });
    if (verdict.state === 'unknown') return { subject: subject.name, reason: verdict.reason };
    if (verdict.state === 'equal') return undefined;
    const reason = `${what}, which has other content in the target.`;
    return { kind: 'reference_content', ...conflict, reason };
  }
  const why = other ? undefined : unknownPartsOf(target).version(counterpart, number);
  if (why) return { subject: subject.name, reason: `${what}: ${why.reason}` };
  if (inSource && !inTarget && isCompared(from)) return undefined;
  const next = inSource ? 'Register that first.' : 'The source does not have it either.';
  const reason = `${what}, which the target does not have${other ? ' any more: it is soft-deleted' : ''}. ${next}`;
  return { kind: 'reference_missing', ...conflict, reason };
}
