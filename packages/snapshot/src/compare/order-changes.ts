import { orderByReference, parseQualifiedName } from '@srkit/registry-protocol';
import { referencedSubject } from '../referenced-subject.ts';
import type { Change, VersionToWrite } from './change.ts';

/** A version that is written. */
export type WriteChange = Extract<Change, { action: 'register_version' | 'replace_version' }>;

/** What goes, and the versions of the target that go with it. */
export interface Deletion {
  readonly change: Extract<Change, { action: 'delete_version' | 'delete_subject' }>;
  readonly versions: readonly Pick<VersionToWrite, 'subject' | 'version' | 'references'>[];
}

/**
 * Orders versions so that what is referred to comes first, and the versions of a subject one after the other.
 *
 * @returns with circles: versions that wait for each other, so that no order is right
 */
export function inReferenceOrder<Write extends VersionToWrite>(
  writes: readonly Write[],
): { ordered: Write[]; circles: Write[][] } {
  const before = versionsBefore(writes);
  const { ordered, cycles } = orderByReference(
    writes,
    ({ subject, version }) => keyOf(subject, version),
    (write) => {
      const previous = before.get(write);
      const needed = previous === undefined ? [] : [previous];
      if (write.references.length === 0) return needed;
      const { context } = parseQualifiedName(write.subject);
      for (const { subject, version } of write.references) {
        needed.push(keyOf(referencedSubject(context, subject), version));
      }
      return needed;
    },
  );
  return { ordered, circles: cycles };
}

/** Of each version the one before it of its subject. */
function versionsBefore(writes: readonly VersionToWrite[]): Map<VersionToWrite, string> {
  const bySubject = new Map<string, VersionToWrite[]>();
  for (const write of writes) {
    const known = bySubject.get(write.subject);
    if (known) known.push(write);
    else bySubject.set(write.subject, [write]);
  }
  const before = new Map<VersionToWrite, string>();
  for (const versions of bySubject.values()) {
    versions.sort((one, other) => one.version - other.version);
    for (const [index, write] of versions.entries()) {
      const previous = versions[index - 1];
      if (previous) before.set(write, keyOf(previous.subject, previous.version));
    }
  }
  return before;
}

/**
 * What refers first, so that nothing that goes is needed any more. Subjects whose versions refer to each other by turns go
 * version by version.
 */
export function againstReferenceOrder(deletions: readonly Deletion[]): Deletion['change'][] {
  const whole = inOrderOfDeletions(deletions);
  if (whole.cycles.length === 0) return whole.ordered.reverse().map(({ change }) => change);
  const entangled = new Set(whole.cycles.flat());
  const parts = deletions.flatMap((each) =>
    entangled.has(each) ? versionByVersion(each) : [each],
  );
  return inOrderOfDeletions(parts)
    .ordered.reverse()
    .map(({ change }) => change);
}

function inOrderOfDeletions(deletions: readonly Deletion[]) {
  const units = new Map<string, string>();
  const unitOf = new Map<Deletion, string>();
  for (const [index, deletion] of deletions.entries()) {
    const unit = String(index);
    unitOf.set(deletion, unit);
    for (const { subject, version } of deletion.versions) units.set(keyOf(subject, version), unit);
  }
  return orderByReference(
    deletions,
    (deletion) => unitOf.get(deletion) ?? '',
    ({ versions }) =>
      versions.flatMap(({ subject, references }) => {
        if (references.length === 0) return [];
        const { context } = parseQualifiedName(subject);
        return references.flatMap((reference) => {
          const name = referencedSubject(context, reference.subject);
          return units.get(keyOf(name, reference.version)) ?? [];
        });
      }),
  );
}

function versionByVersion({ change, versions }: Deletion): Deletion[] {
  const { permanent } = change;
  return versions.map((version) => ({
    change: {
      action: 'delete_version',
      subject: version.subject,
      version: version.version,
      permanent,
    },
    versions: [version],
  }));
}

function keyOf(subject: string, version: number): string {
  return `${version} ${subject}`;
}
