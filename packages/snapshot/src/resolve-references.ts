import type { ContextName, SchemaReference } from '@srkit/registry-protocol';
import type { ReferencedSchema } from '@srkit/schemas';
import { indexesOf, type PlacedVersion } from './indexes.ts';
import { referencedSubject } from './referenced-subject.ts';
import type { Snapshot, SnapshotSubject, SnapshotVersion } from './snapshot.ts';
import { takeTurns } from './take-turns.ts';
import { unknownPartsOf } from './unknown-parts.ts';

/** A reference that leads to nothing in the snapshot. */
export interface MissingReference {
  /** The version that refers; its subject is qualified. */
  readonly from: { readonly subject: string; readonly version: number };
  /** How the text names it. */
  readonly name: string;
  /** Where it leads: the qualified subject. */
  readonly subject: string;
  readonly version: number;
  /** Why it may be there all the same; undefined where it is not there. */
  readonly unknown?: string;
}

/** A version with its text and those of all that it refers to. */
export interface VersionWithReferences extends PlacedVersion {
  readonly text: string;
  /** As `parseSchema` of `@srkit/schemas` takes them: each after those that it uses itself, and each name once. */
  readonly references: readonly ReferencedSchema[];
  /** What it refers to, directly or through others, and the snapshot does not have. */
  readonly missing: readonly MissingReference[];
}

/**
 * Finds the version that a reference leads to.
 *
 * @param context of the schema that refers
 * @returns undefined where the snapshot does not have it
 */
export function referencedVersion(
  snapshot: Snapshot,
  context: ContextName,
  reference: SchemaReference,
): PlacedVersion | undefined {
  const subject = indexesOf(snapshot).subjects.get(referencedSubject(context, reference.subject));
  const version = subject && findVersion(subject, reference.version);
  return version && { subject, version };
}

/**
 * Finds a version of a subject.
 *
 * @param version a number; -1 or `latest` for the newest that is not soft-deleted
 */
export function findVersion(
  { versions }: SnapshotSubject,
  version: number | 'latest',
): SnapshotVersion | undefined {
  if (version === 'latest' || version === -1) return versions.findLast(({ deleted }) => !deleted);
  let [low, high] = [0, versions.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = versions[middle];
    if (found === undefined || found.version === version) return found;
    if (found.version < version) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/**
 * Reads a version with the texts of all that it refers to, in the order in which a schema is parsed with them. Of two
 * references of one name the first counts, as in a registry; circles end where they began.
 *
 * @param subject of this snapshot
 * @throws SnapshotError `text_unknown` where texts were not read, `closed`, `aborted`
 *
 * @example
 * const { version, text, references } = await readWithReferences(snapshot, subject, version);
 * parseSchema(version.schemaType, text, { references, validation: 'stored' });
 */
export async function readWithReferences(
  snapshot: Snapshot,
  subject: SnapshotSubject,
  version: SnapshotVersion,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<VersionWithReferences> {
  const text = await snapshot.texts.read(version.guid);
  if (version.references.length === 0) {
    return { subject, version, text, references: [], missing: [] };
  }
  const { found, missing } = followReferences(snapshot, { subject, version });
  const turn = takeTurns('Reading texts', signal);
  const references: ReferencedSchema[] = [];
  for (const [name, { version: target }] of found) {
    await turn();
    references.push({ name, text: await snapshot.texts.read(target.guid) });
  }
  return { subject, version, text, references, missing };
}

/**
 * Follows what a version refers to, and what that refers to in turn, without reading texts.
 *
 * @returns by the name of the reference the version behind it, each after all that it needs
 */
export function followReferences(
  snapshot: Snapshot,
  start: PlacedVersion,
): { found: Map<string, PlacedVersion>; missing: MissingReference[] } {
  const found = new Map<string, PlacedVersion>();
  const missing: MissingReference[] = [];
  const begun = new Set<string>();
  const path: { name: string | undefined; place: PlacedVersion; next: number }[] = [
    { name: undefined, place: start, next: 0 },
  ];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { name, place } = top;
    const reference = place.version.references[top.next];
    top.next += 1;
    if (reference === undefined) {
      path.pop();
      if (name !== undefined) found.set(name, place);
    } else if (!begun.has(reference.name)) {
      begun.add(reference.name);
      const target = referencedVersion(snapshot, place.subject.context, reference);
      if (target) path.push({ name: reference.name, place: target, next: 0 });
      else missing.push(missingReference(snapshot, place, reference));
    }
  }
  return { found, missing };
}

function missingReference(
  snapshot: Snapshot,
  { subject, version }: PlacedVersion,
  reference: SchemaReference,
): MissingReference {
  const target = referencedSubject(subject.context, reference.subject);
  const unknown = unknownPartsOf(snapshot).version(target, reference.version);
  return {
    from: { subject: subject.name, version: version.version },
    name: reference.name,
    subject: target,
    version: reference.version,
    ...(unknown && { unknown: unknown.reason }),
  };
}
