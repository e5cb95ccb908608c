import { orderByReference, parseQualifiedName } from '@srkit/registry-protocol';
import { referencedSubject } from '../resolve-references.ts';
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

/** What refers first, so that nothing that goes is needed any more. */
export function againstReferenceOrder(deletions: readonly Deletion[]): Deletion['change'][] {
  const units = new Map<string, string>();
  const items = deletions.map((deletion, index) => {
    const unit = String(index);
    for (const { subject, version } of deletion.versions) units.set(keyOf(subject, version), unit);
    return { ...deletion, unit };
  });
  const { ordered } = orderByReference(
    items,
    ({ unit }) => unit,
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
  return ordered.reverse().map(({ change }) => change);
}

function keyOf(subject: string, version: number): string {
  return `${version} ${subject}`;
}
