import { appendFile, open, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { formatVersion, writeLine } from '../../../src/node/data-folder/record-line.ts';
import { avro } from '../../a-registry.ts';
import { aFolder, aKeptRegistry, copyOf } from './a-data-folder.ts';

let folder: string;
let log: string;
/** Where the records of the log begin, and where the last one ends. */
let places: number[];

beforeEach(async () => {
  folder = await aFolder();
  log = join(folder, '000001.log');
  const { register, close } = await aKeptRegistry(folder);
  for (const name of ['a', 'b', 'c']) await register(name, avro(name));
  await close();
  const bytes = await readFile(log);
  places = [...bytes.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
});

const place = (index: number): number => places.at(index) ?? Number.NaN;

async function write(path: string, offset: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, offset);
  await file.close();
}

async function opened(path = folder) {
  const notices: string[] = [];
  const { ask, register, close } = await aKeptRegistry(path, {
    onNotice: (message) => notices.push(message),
  });
  const subjects = (await ask('GET', '/subjects')).body;
  return { subjects, notices, register, close };
}

test('a last record that is cut off anywhere is dropped, with a word', async () => {
  const [from, to] = [place(-2), place(-1)];
  for (let length = from + 1; length < to; length += 7) {
    const copy = await copyOf(folder);
    await truncate(join(copy, '000001.log'), length);
    const { subjects, notices, register, close } = await opened(copy);
    expect(subjects).toEqual(['a', 'b']);
    expect(notices).toEqual([expect.stringContaining(`${length - from} bytes from byte ${from}`)]);
    await register('d', avro('d'));
    await close();
    const again = await opened(copy);
    expect([again.subjects, again.notices]).toEqual([['a', 'b', 'd'], []]);
    await again.close();
  }
});

test.each([
  ['the whole record', 0],
  ['its end', 40],
])('NULs instead of %s at the end of the file count as cut off', async (_, written) => {
  const from = place(-2) + written;
  await write(log, from, Buffer.alloc(place(-1) - from));
  const { subjects, notices } = await opened();
  expect([subjects, notices.length]).toEqual([['a', 'b'], 1]);
});

test('NULs beyond the last record are dropped', async () => {
  await appendFile(log, Buffer.alloc(5000));
  const { subjects, notices } = await opened();
  expect([subjects, notices.length]).toEqual([['a', 'b', 'c'], 1]);
});

test('a group of which the beginning was not written is dropped as a whole', async () => {
  const lines = ['x', 'y'].map(() => writeLine({ group: place(-1), changes: [] }));
  lines[0]?.fill(0, 5, 20);
  await appendFile(log, Buffer.concat(lines));
  const { subjects, notices } = await opened();
  expect([subjects, notices.length]).toEqual([['a', 'b', 'c'], 1]);
});

const header = { format: 'srkit-registry-log', version: formatVersion, generation: 1 } as const;

/** A record that stands where another one stood. */
function replace(at: number, text: string) {
  return async () => {
    await truncate(log, place(at));
    await appendFile(log, text);
  };
}

test.each<[string, () => Promise<void>, string, () => number | undefined, RegExp]>([
  [
    'a byte of a record in the middle is another one',
    () => write(log, place(1) + 50, Buffer.from('#')),
    'file_damaged',
    () => place(1),
    /truncate -s/,
  ],
  [
    'a byte of the last record is another one',
    () => write(log, place(-2) + 50, Buffer.from('#')),
    'file_damaged',
    () => place(-2),
    /backup/,
  ],
  [
    'NULs stand in the middle',
    () => write(log, place(1) + 50, Buffer.alloc(20)),
    'file_damaged',
    () => place(1),
    /not as it was written/,
  ],
  [
    'the length of the last record is too small',
    () => write(log, place(-2), Buffer.from('1')),
    'file_damaged',
    () => place(-2),
    /not as it was written/,
  ],
  ['garbage follows', replace(-1, 'garbage\n'), 'file_damaged', () => place(-1), /byte/],
  [
    'garbage without an end follows',
    replace(-1, 'garbage'),
    'file_damaged',
    () => place(-1),
    /byte/,
  ],
  [
    'the beginning of a record is longer than it says',
    replace(-1, '3 00000000 {"changes'),
    'file_damaged',
    () => place(-1),
    /byte/,
  ],
  [
    'a record has no changes',
    replace(-1, writeLine({ end: 1 }).toString()),
    'file_damaged',
    () => place(-1),
    /no group/,
  ],
  [
    'a change is of a kind that is not known',
    replace(-1, writeLine({ group: 1, changes: [{ kind: 'later' } as never] }).toString()),
    'format_too_new',
    () => place(-1),
    /kind "later".*later one/,
  ],
  [
    'the log is of a newer format',
    () => writeFile(log, writeLine({ ...header, version: formatVersion + 1 })),
    'format_too_new',
    () => 0,
    /newer version/,
  ],
  ['the log is empty', () => truncate(log, 0), 'file_damaged', () => 0, /empty/],
  [
    'the log begins as something else',
    () => writeFile(log, '{"not":"ours"}\n'),
    'file_damaged',
    () => 0,
    /does not begin/,
  ],
  [
    'the log has another name',
    async () => {
      await writeFile(join(folder, '000002.log'), writeLine({ ...header, generation: 3 }));
    },
    'file_damaged',
    () => 0,
    /name/,
  ],
  [
    'a log that another one follows is cut off',
    async () => {
      await truncate(log, place(-1) - 1);
      await writeFile(join(folder, '000002.log'), writeLine({ ...header, generation: 2 }));
    },
    'file_damaged',
    () => place(-2),
    /backup/,
  ],
  [
    'a log in the middle is missing',
    () => writeFile(join(folder, '000003.log'), writeLine({ ...header, generation: 3 })),
    'file_missing',
    () => undefined,
    /000002\.log is missing.*Put it back/,
  ],
  [
    'the snapshot is missing',
    () => rename(log, join(folder, '000002.log')),
    'file_missing',
    () => undefined,
    /000002\.snapshot is missing/,
  ],
])('refuses a folder in which %s', async (_, damage, code, offset, message) => {
  await damage();
  await expect(opened()).rejects.toMatchObject({
    code,
    offset: offset(),
    message: expect.stringMatching(message),
  });
  // And leaves it unlocked, so that it can be repaired.
  await expect(opened()).rejects.toMatchObject({ code });
});

test.each<[string, (lines: string[]) => string[], RegExp]>([
  ['has lost its end', (lines) => lines.slice(0, -1), /end is missing/],
  ['has lost a change', ([first = '', , ...rest]) => [first, ...rest], /4 of 5 changes/],
  ['goes on after its end', (lines) => [...lines, ...lines.slice(1, 2)], /follows its end/],
  ['is damaged', (lines) => lines.map((line) => line.replace('"a"', '"b"')), /not as it was/],
])('refuses a snapshot that %s', async (_, change, message) => {
  const { register, close } = await aKeptRegistry(folder, { compactAfterBytes: 0 });
  await register('d', avro('d'));
  const path = join(folder, '000002.snapshot');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('');
  await close();
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${change(lines).join('\n')}\n`);
  await expect(opened()).rejects.toMatchObject({
    code: 'file_damaged',
    message: expect.stringMatching(message),
  });
  await rm(path);
  await expect(opened()).rejects.toMatchObject({ code: 'file_missing' });
});
