import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeSnapshot } from '../../src/index.ts';
import {
  createFolderTextStore,
  readSnapshotFile,
  writeSnapshotFile,
} from '../../src/node/index.ts';
import { aRecord, aRegistry, fill, snapshotOf } from '../a-snapshot.ts';
import { contentsOfSnapshot } from '../plain-contents.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srkit-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('texts that are too many for memory go into the folder, once each, and are gone after close', async () => {
  const { client } = aRegistry();
  const texts = Array.from({ length: 40 }, (_, index) => aRecord(`R${index}`, 'a', 'b', 'c'));
  await fill({ client }, { one: texts, two: texts.slice(0, 20), ':.x:three': texts });
  const snapshot = await takeSnapshot(
    client,
    {},
    {
      texts: createFolderTextStore({ folder }),
      textsInMemoryBytes: 1000,
    },
  );
  const inMemory = await takeSnapshot(client);
  expect(await contentsOfSnapshot(snapshot)).toEqual(await contentsOfSnapshot(inMemory));
  const [own = ''] = await readdir(folder);
  const kept = (await readFile(join(folder, own, 'texts.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(kept.length).toBeLessThanOrEqual(40);
  expect(kept.length).toBeGreaterThan(20);
  expect(new Set(kept).size).toBe(kept.length);
  await snapshot.close();
  expect(await readdir(folder)).toEqual([]);
  const { guid = '' } = snapshot.subjects[0]?.versions[0] ?? {};
  await expect(snapshot.texts.read(guid)).rejects.toMatchObject({ code: 'closed' });
});

test('texts that fit into memory leave the folder alone', async () => {
  const { client } = aRegistry();
  await fill({ client }, { one: ['"string"'] });
  const snapshot = await takeSnapshot(client, {}, { texts: createFolderTextStore({ folder }) });
  expect(await readdir(folder)).toEqual([]);
  await snapshot.close();
});

test('any text comes back as it was, also while others are written', async () => {
  const store = createFolderTextStore({ folder });
  const texts = ['', 'a\nb', '\u{1f600}', '\ud83d', 'x'.repeat(300_000), '\u2028'];
  await Promise.all(texts.map(async (text, index) => store.write(`g${index}`, text)));
  for (const [index, text] of texts.entries()) expect(await store.read(`g${index}`)).toBe(text);
  expect(await store.read('nothing')).toBe(undefined);
  await store.close();
  await expect(store.write('g', '')).rejects.toMatchObject({ code: 'closed' });
});

test('a folder that is not there is said, and there is no snapshot', async () => {
  const { client } = aRegistry();
  await fill({ client }, { one: ['"string"'] });
  const texts = createFolderTextStore({ folder: join(folder, 'nothing') });
  await expect(takeSnapshot(client, {}, { texts, textsInMemoryBytes: 0 })).rejects.toMatchObject({
    code: 'file_failed',
    message: expect.stringMatching(/write texts of a snapshot in .*nothing/),
  });
});

test('a snapshot is written into a file and read again; one that was there is replaced', async () => {
  const path = join(folder, 'registry.snapshot');
  await writeFile(path, 'something else');
  const snapshot = await snapshotOf({ orders: ['"string"'], ':.x:a': ['"int"', '"long"'] });
  await writeSnapshotFile(snapshot, path);
  const again = await readSnapshotFile(path);
  expect(again.subjects).toEqual(snapshot.subjects);
  expect(await contentsOfSnapshot(again)).toEqual(await contentsOfSnapshot(snapshot));
  expect(await readdir(folder)).toEqual(['registry.snapshot']);
});

test('a file that cannot be written leaves the one that was there', async () => {
  const path = join(folder, 'registry.snapshot');
  await writeFile(path, 'something else');
  const snapshot = await snapshotOf({ orders: ['"string"'] });
  await snapshot.close();
  await expect(writeSnapshotFile(snapshot, path)).rejects.toMatchObject({ code: 'closed' });
  expect(await readFile(path, 'utf8')).toBe('something else');
  expect(await readdir(folder)).toEqual(['registry.snapshot']);
  const nowhere = join(folder, 'no', 'where');
  await expect(writeSnapshotFile(snapshot, nowhere)).rejects.toMatchObject({ code: 'file_failed' });
  await expect(readSnapshotFile(nowhere)).rejects.toMatchObject({ code: 'file_failed' });
});
