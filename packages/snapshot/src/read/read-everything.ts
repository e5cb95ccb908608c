import { parseQualifiedName } from '@srkit/registry-protocol';
import type { SnapshotParts } from '../create-snapshot.ts';
import type { SnapshotDetail, SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import type { Ask } from './ask.ts';
import { type Beginning, begin } from './beginning.ts';
import { readInBulk } from './in-bulk.ts';
import { markDeleted } from './mark-deleted.ts';
import { listNames, recordUnknownNames } from './names.ts';
import { readAllSingly, readSingly } from './one-by-one.ts';
import type { Reading } from './reading.ts';
import { isContextInScope, type ReadScope } from './scope.ts';
import { readSettings, settingsOfAll, settingsOfContext, settingsOfSubject } from './settings.ts';

/** What is read. */
export interface Wanted {
  readonly scope: ReadScope;
  readonly detail: SnapshotDetail;
  readonly includeConfigs: boolean;
  /** Makes a new way to ask, so that what is given up in one part of reading is tried in the next. */
  newAsk(): Ask;
}

/** What was read, in any order. */
export type Everything = Required<
  Pick<SnapshotParts, 'subjects' | 'contexts' | 'changedWhileRead'>
> &
  Pick<SnapshotParts, 'everywhere'>;

interface ReadSubjects {
  readonly subjects: Map<string, readonly SnapshotVersion[]>;
  readonly changed: boolean;
}

/**
 * Reads contexts, subjects, versions and settings.
 *
 * @throws RegistryError when nothing at all can be read
 */
export async function readEverything(reading: Reading, wanted: Wanted): Promise<Everything> {
  const beginning = await begin(reading, wanted);
  const { subjects, changed } = await readSubjects(reading, beginning, wanted);
  const everything: Everything = {
    contexts: beginning.contexts
      .filter((name) => isContextInScope(wanted.scope, name))
      .map((name) => ({ name })),
    subjects: [...subjects].map(([name, versions]) => {
      const { context, subject } = parseQualifiedName(name);
      return { name, context, subject, versions };
    }),
    changedWhileRead: changed,
  };
  if (!wanted.includeConfigs) return everything;
  return withSettings({ ...reading, ask: wanted.newAsk() }, everything, beginning);
}

async function readSubjects(
  reading: Reading,
  beginning: Beginning,
  { scope, detail, newAsk }: Wanted,
): Promise<ReadSubjects> {
  const { names, parts, contexts, server } = beginning;
  const singly = { ...reading, ask: newAsk() };
  if (detail === 'names') {
    recordUnknownNames(reading, names);
    return { subjects: new Map([...names.all].map((name) => [name, []])), changed: false };
  }
  if (!server.hasBulkRead) {
    return readAllSingly(singly, names, async () => listNames(singly, scope, parts, contexts));
  }
  const bulk = await readInBulk(reading, beginning);
  recordUnknownNames(reading, bulk);
  const subjects: ReadSubjects['subjects'] = bulk.subjects;
  const incomplete = new Set(bulk.incomplete);
  if (reading.deleted && !bulk.saysDeleted) {
    for (const name of await markDeleted(reading, beginning, subjects)) incomplete.add(name);
  }
  const rest = await readSingly(singly, incomplete);
  for (const name of incomplete) {
    const versions = rest.get(name);
    if (versions === undefined) subjects.delete(name);
    // Where it could not be read either, some versions are better than none.
    else if (versions.length > 0 || !subjects.has(name)) subjects.set(name, versions);
  }
  return { subjects, changed: bulk.changed };
}

async function withSettings(
  reading: Reading,
  everything: Everything,
  { server }: Beginning,
): Promise<Everything> {
  const { contexts, subjects } = everything;
  const targets = [
    ...(server.contexts ? [settingsOfAll] : []),
    ...contexts.map(({ name }) => settingsOfContext(name)),
    ...subjects.map(({ name }) => settingsOfSubject(name)),
  ];
  const found = await readSettings(reading, targets, { inForce: server.settingsInForce });
  return {
    ...everything,
    everywhere: { ...found.get(settingsOfAll.name) },
    contexts: contexts.map(({ name }) => ({
      name,
      ...found.get(settingsOfContext(name).name),
    })),
    subjects: subjects.map(
      (subject): SnapshotSubject => ({
        ...subject,
        ...found.get(subject.name),
      }),
    ),
  };
}
