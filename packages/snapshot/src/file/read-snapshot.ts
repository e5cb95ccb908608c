import { createHash } from 'node:crypto';
import { parseQualifiedName } from '@srkit/registry-protocol';
import { createCompressedTexts } from '../compressed-texts.ts';
import { createSnapshot, type SnapshotParts } from '../create-snapshot.ts';
import type {
  Snapshot,
  SnapshotContext,
  SnapshotSubject,
  SnapshotVersion,
  Unreadable,
} from '../snapshot.ts';
import { SnapshotError } from '../snapshot-error.ts';
import { createSpill, type KeptTexts } from '../spill.ts';
import type { TextStore } from '../text-store.ts';
import { formatName, formatVersion, noCounts } from './format.ts';
import {
  type Fields,
  flag,
  readDetail,
  readFields,
  readNamed,
  readScopeFields,
  readSettings,
  readUnreadable,
  readVersionFields,
  text,
  WrongField,
  whole,
} from './read-fields.ts';
import { invalidFile, type Line, type Pieces, readLines } from './read-lines.ts';

/** How to read a snapshot. */
export interface ReadSnapshotOptions {
  /** Where texts go when they are more than `textsInMemoryBytes`. Closed with the snapshot. @default memory */
  texts?: TextStore | undefined;
  /** How much memory texts may take where `texts` is given. @default 33_554_432 */
  textsInMemoryBytes?: number | undefined;
  signal?: AbortSignal | undefined;
}

type Head = Omit<SnapshotParts, 'subjects' | 'contexts' | 'unreadable' | 'texts'>;

/** What stands in the lines so far. */
interface Contents {
  head: Head | undefined;
  isEnded: boolean;
  readonly contexts: SnapshotContext[];
  readonly subjects: (SnapshotSubject & { readonly versions: SnapshotVersion[] })[];
  readonly unreadable: Unreadable[];
  /** The lengths of texts, by guid. */
  readonly lengths: Map<string, number>;
  readonly counts: ReturnType<typeof noCounts>;
}

/**
 * Reads what `writeSnapshot` wrote, in pieces of any size.
 *
 * @throws SnapshotError `invalid_file` for what is damaged, cut off or something else, with the number of the line;
 *   `newer_file` for a format of a later release; `aborted`
 */
export async function readSnapshot(
  pieces: Pieces,
  options: ReadSnapshotOptions = {},
): Promise<Snapshot> {
  const { signal, textsInMemoryBytes = 32 * 1024 * 1024 } = options;
  const texts = createSpill(createCompressedTexts(), options.texts, textsInMemoryBytes);
  const contents: Contents = {
    ...{ head: undefined, isEnded: false, contexts: [], subjects: [], unreadable: [] },
    lengths: new Map(),
    counts: noCounts(),
  };
  const hash = createHash('sha256');
  let last = 0;
  try {
    for await (const line of readLines(pieces)) {
      if (signal?.aborted) {
        const message = 'Reading a snapshot was ended by its caller.';
        throw new SnapshotError('aborted', message, { cause: signal.reason });
      }
      last = line.number;
      await readLine(line, contents, texts, () => hash.digest('hex'));
      if (!contents.isEnded) hash.update(`${line.text}\n`);
    }
    const { head, isEnded, contexts, subjects, unreadable } = contents;
    if (head === undefined || !isEnded) throw invalidFile(last + 1, 'the file ends before it');
    return createSnapshot({ ...head, contexts, subjects, unreadable, texts: texts.store });
  } catch (error) {
    await texts.store.close();
    throw error;
  }
}

async function readLine(
  { number, text: written }: Line,
  contents: Contents,
  texts: KeptTexts,
  digest: () => string,
): Promise<void> {
  if (contents.isEnded) throw invalidFile(number, 'it comes after the end');
  try {
    const fields = readFields(parse(written), 'the line');
    if (contents.head === undefined) contents.head = readHead(fields);
    else if (fields['text'] === undefined) readFact(fields, contents, digest);
    else await readText(readFields(fields['text'], 'text'), contents, texts);
  } catch (error) {
    if (error instanceof WrongField) throw invalidFile(number, error.message, { cause: error });
    throw error;
  }
}

function readHead(fields: Fields): Head {
  if (fields['format'] !== formatName) throw new WrongField('it is not the first of a snapshot');
  const version = whole(fields, 'version');
  if (version > formatVersion) {
    throw new SnapshotError(
      'newer_file',
      `The file is of version ${version} of the format of snapshots; this release reads up to ${formatVersion}. Update @srkit/snapshot.`,
    );
  }
  return {
    registry: text(fields, 'registry'),
    scope: readScopeFields(fields['scope']),
    detail: readDetail(fields),
    includesDeleted: flag(fields, 'includesDeleted'),
    includesConfigs: flag(fields, 'includesConfigs'),
    startedAt: whole(fields, 'startedAt'),
    endedAt: whole(fields, 'endedAt'),
    requests: whole(fields, 'requests'),
    everywhere: readSettings(readFields(fields['everywhere'], 'everywhere')),
    changedWhileRead: flag(fields, 'changedWhileRead'),
  };
}

async function readText(
  fields: Fields,
  { lengths, counts }: Contents,
  texts: KeptTexts,
): Promise<void> {
  const [guid, schema] = [text(fields, 'guid'), text(fields, 'schema')];
  counts.texts += 1;
  lengths.set(guid, Buffer.byteLength(schema));
  await texts.keep(guid, schema);
}

function readFact(fields: Fields, contents: Contents, digest: () => string): void {
  const { contexts, subjects, unreadable, lengths, counts } = contents;
  if (fields['context'] !== undefined) {
    counts.contexts += 1;
    contexts.push(readNamed(fields['context'], 'context'));
  } else if (fields['subject'] !== undefined) {
    counts.subjects += 1;
    const subject = readNamed(fields['subject'], 'subject');
    subjects.push({ ...subject, ...parseQualifiedName(subject.name), versions: [] });
  } else if (fields['version'] !== undefined) {
    const version = readVersionFields(fields['version']);
    counts.versions += 1;
    const own = subjects.at(-1);
    if (own === undefined) throw new WrongField('it is a version of no subject');
    if ((lengths.get(version.guid) ?? version.bytes) !== version.bytes) {
      throw new WrongField('its text has another length');
    }
    own.versions.push(version);
  } else if (fields['unreadable'] !== undefined) {
    counts.unreadable += 1;
    unreadable.push(readUnreadable(fields['unreadable']));
  } else {
    readEnd(readFields(fields['end'], 'what it says'), contents, digest);
  }
}

function readEnd(fields: Fields, contents: Contents, digest: () => string): void {
  for (const [name, count] of Object.entries(contents.counts)) {
    const written = whole(fields, name);
    if (written === count) continue;
    throw new WrongField(`there are ${count} ${name} before it, and there were ${written}`);
  }
  if (text(fields, 'sha256') !== digest()) {
    throw new WrongField('something before it was changed: its checksum is another');
  }
  contents.isEnded = true;
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new WrongField('it is no JSON');
  }
}
