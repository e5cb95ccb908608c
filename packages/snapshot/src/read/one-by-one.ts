import { normalizeQualifiedName, type RegisteredSchema } from '@srkit/registry-protocol';
import type { SnapshotVersion, Unreadable } from '../snapshot.ts';
import { type Asked, type Failure, unread } from './ask.ts';
import { type Names, recordUnknownNames } from './names.ts';
import type { Reading } from './reading.ts';
import { inParallel } from './work-queue.ts';

/** How often names are listed again before they are taken as they are. */
const mostRounds = 3;

/** What reading one by one brings. */
export interface ReadSingly {
  /** Versions by qualified subject, ascending. */
  readonly subjects: Map<string, SnapshotVersion[]>;
  /** Whether subjects still came or went when they were listed the last time. */
  readonly changed: boolean;
}

/**
 * Reads all subjects of a registry that has no bulk read: their versions, then each version. Subjects that come meanwhile are
 * read too, those that go are left out.
 *
 * @param listAgain lists the names again
 */
export async function readAllSingly(
  reading: Reading,
  names: Names,
  listAgain: () => Promise<Names>,
): Promise<ReadSingly> {
  let current = names;
  let fresh = names.all;
  const subjects = new Map<string, SnapshotVersion[]>();
  for (let round = 1; ; round += 1) {
    for (const [name, versions] of await readSingly(reading, fresh)) subjects.set(name, versions);
    const before = current.all;
    current = await listAgain();
    const { all, unknown } = current;
    for (const name of subjects.keys()) {
      if (!all.has(name) && unknown.length === 0) subjects.delete(name);
    }
    fresh = new Set([...all].filter((name) => !before.has(name)));
    if (fresh.size > 0 && round < mostRounds) continue;
    recordUnknownNames(reading, current);
    return { subjects, changed: fresh.size > 0 };
  }
}

/** Reads subjects, many at the same time. What cannot be read is recorded; a subject that is gone is left out. */
export async function readSingly(
  reading: Reading,
  names: ReadonlySet<string>,
): Promise<Map<string, SnapshotVersion[]>> {
  const subjects = new Map<string, SnapshotVersion[]>();
  let done = 0;
  await inParallel(names, reading.concurrency, async (name) => {
    const versions = await readSubject(reading, name);
    if (versions !== undefined) subjects.set(name, versions);
    done += 1;
    reading.report({
      done,
      total: names.size,
      unit: 'subjects',
      message: 'Reading subjects one by one',
    });
  });
  return subjects;
}

/** @returns undefined for a subject that is gone */
async function readSubject(
  reading: Reading,
  subject: string,
): Promise<SnapshotVersion[] | undefined> {
  const { ask, client, deleted } = reading;
  const record = (
    failure: Failure,
    what: Omit<Unreadable, 'reason' | 'code' | 'subject'>,
  ): void => {
    reading.unreadable.push(unread({ ...what, subject }, failure));
  };
  const listed = await ask(async ({ signal }) =>
    client.versions.list(subject, { deleted, signal }),
  );
  if (!listed.ok) {
    if (isGone(listed)) return undefined;
    record(listed, { what: 'versions' });
    return [];
  }
  const live = deleted ? await listLive(reading, subject) : listed;
  if (!live.ok) {
    record(live, { what: 'versions' });
    return [];
  }
  const versions: SnapshotVersion[] = [];
  const absent: { version: number; failure: Failure }[] = [];
  for (const version of listed.value) {
    const found = await ask(async ({ signal }) =>
      client.versions.get(subject, version, { deleted, signal }),
    );
    if (found.ok && isAsked(found.value, subject)) {
      const kept = await reading.keep(found.value);
      versions.push({ ...kept, deleted: !live.value.includes(version) });
    } else if (found.ok) {
      const reason = `It is answered with ${found.value.subject}, its alias or the same name in another context.`;
      reading.unreadable.push({ what: 'schema', subject, version, reason });
    } else if (isGone(found)) {
      absent.push({ version, failure: found });
    } else {
      record(found, { what: 'schema', version });
    }
  }
  if (absent.length === 0) return listed.value.length === 0 ? undefined : versions;
  // Deleted meanwhile, or still listed and not given out: Apicurio does so with versions of a soft-deleted subject.
  const again = await ask(async ({ signal }) => client.versions.list(subject, { deleted, signal }));
  if (!again.ok && isGone(again)) return undefined;
  for (const { version, failure } of absent) {
    if (!again.ok || again.value.includes(version)) record(failure, { what: 'schema', version });
  }
  return versions;
}

/** Versions that are not soft-deleted; none of a subject that is soft-deleted itself. */
async function listLive({ ask, client }: Reading, subject: string): Promise<Asked<number[]>> {
  const live = await ask(async ({ signal }) => client.versions.list(subject, { signal }));
  return !live.ok && isGone(live) ? { ok: true, value: [] } : live;
}

function isGone({ error: { code } }: Failure): boolean {
  return code === 'subject_not_found' || code === 'version_not_found';
}

function isAsked({ subject }: RegisteredSchema, asked: string): boolean {
  return normalizeQualifiedName(subject) === normalizeQualifiedName(asked);
}
