import type { SchemaReference } from '@srkit/registry-protocol';
import { countedVersions } from '../compare/compare-versions.ts';
import { type ContentComparer, contentOf } from '../compare/compared-content.ts';
import type { NameMap } from '../compare/name-map.ts';
import { indexesOf, type PlacedVersion } from '../indexes.ts';
import { referencedSubject } from '../referenced-subject.ts';
import { findVersion, referencedVersion } from '../resolve-references.ts';
import type { Snapshot } from '../snapshot.ts';
import { unknownPartsOf } from '../unknown-parts.ts';
import type { MissingVersion, NeededReference } from './missing-schemas.ts';

/** Where is looked for what is missing. */
export interface MissingSearch {
  readonly source: Snapshot;
  readonly target: Snapshot;
  readonly names: NameMap;
  readonly contents: ContentComparer;
}

/** A version that is missing. */
export interface FoundVersion {
  readonly place: PlacedVersion;
  /** Of its subject in the target. */
  readonly name: string;
  readonly why: MissingVersion['why'];
}

/** What a missing version refers to. */
export interface JudgedReference {
  readonly need: NeededReference;
  /** What is missing in the target, too. */
  readonly missing?: FoundVersion;
}

/** Tells how something that a missing version refers to stands in the target. */
export async function judgeReference(
  { place }: FoundVersion,
  reference: SchemaReference,
  { source, target, names, contents }: MissingSearch,
): Promise<JudgedReference> {
  const { context } = place.subject;
  const from = referencedSubject(context, reference.subject);
  const inSource = referencedVersion(source, context, reference);
  const version = inSource?.version.version ?? reference.version;
  const counterpart = names.inTarget(from);
  const base = { name: reference.name, subject: counterpart ?? from, version };
  if (counterpart === undefined) {
    const reason = `${from} has no counterpart: another subject of the source stands for its name in the target.`;
    return { need: { ...base, state: 'unknown', reason } };
  }
  const subject = indexesOf(target).subjects.get(counterpart);
  const there = subject && findVersion(subject, version);
  if (subject && there && !there.deleted) {
    const isSame = !inSource || (await contents.isSame(inSource, { subject, version: there }));
    return { need: { ...base, state: isSame ? 'in_target' : 'other_content' } };
  }
  const why = there ? undefined : unknownPartsOf(target).version(counterpart, version);
  if (why) return { need: { ...base, state: 'unknown', reason: why.reason } };
  if (!inSource) {
    const reason = unknownPartsOf(source).version(from, version)?.reason;
    return {
      need: { ...base, ...(reason ? { state: 'unknown', reason } : { state: 'not_in_source' }) },
    };
  }
  const isElsewhere =
    subject &&
    countedVersions(subject, false).some(
      (other) => contentOf(other) === contentOf(inSource.version),
    );
  if (isElsewhere) return { need: { ...base, state: 'at_other_version' } };
  const missing: FoundVersion = { place: inSource, name: counterpart, why: 'referenced' };
  return { need: { ...base, state: 'missing_too' }, missing };
}
