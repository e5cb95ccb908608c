import { copyFile, link, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { aRegistry, avro } from '../../a-registry.ts';
import { aFolder, aKeptRegistry, copyOf, filesOf } from './a-data-folder.ts';

const compacted = ['000002.log', '000002.snapshot'];

function avroOf(number: number): string {
  return avro('R', ...Array.from({ length: number }, (_, field) => `f${field}:int=0`));
}

/** What a registry holds, as far as a folder tells. */
async function holdingsOf(folder: string): Promise<unknown> {
  const { registry, close } = await aKeptRegistry(folder);
  const { changes } = registry.snapshot();
  await close();
  return changes;
}

test('wherever a compaction ends, nothing is missing', async () => {
  const folder = await aFolder();
  const before = await aKeptRegistry(folder);
  for (let number = 1; number <= 20; number += 1) await before.register('a', avroOf(number));
  await before.close();
  const saved = join(dirname(folder), 'saved.log');
  await link(join(folder, '000001.log'), saved);

  const { register, registry, close } = await aKeptRegistry(folder, { compactAfterBytes: 0 });
  await register('b', avroOf(1));
  const atCompaction = registry.snapshot().changes;
  await expect.poll(() => filesOf(folder)).toEqual(compacted);
  await register('c', avroOf(1));
  const atEnd = registry.snapshot().changes;
  await close();
  expect(await holdingsOf(folder)).toEqual(atEnd);

  const snapshot = join(folder, '000002.snapshot');
  const log = join(folder, '000002.log');
  const [header = ''] = (await readFile(log, 'utf8')).split('\n');
  const crashes: [string, unknown, (at: string) => Promise<void>][] = [
    [
      'before the new log is in place',
      atCompaction,
      async (at) => {
        await rm(join(at, '000002.log'));
        await rm(join(at, '000002.snapshot'));
        await writeFile(join(at, '000002.log.new'), header.slice(0, 10));
      },
    ],
    [
      'before anything is in the new log',
      atCompaction,
      async (at) => {
        await rm(join(at, '000002.snapshot'));
        await writeFile(join(at, '000002.log'), `${header}\n`);
      },
    ],
    ['before the snapshot is begun', atEnd, (at) => rm(join(at, '000002.snapshot'))],
    [
      'within the snapshot',
      atEnd,
      async (at) => {
        await rm(join(at, '000002.snapshot'));
        await copyFile(snapshot, join(at, '000002.snapshot.new'));
        await truncate(join(at, '000002.snapshot.new'), 300);
      },
    ],
    ['before the old log is removed', atEnd, async () => {}],
  ];
  for (const [when, expected, crash] of crashes) {
    const copy = await copyOf(folder);
    await copyFile(saved, join(copy, '000001.log'));
    await crash(copy);
    expect(await holdingsOf(copy), when).toEqual(expected);
    expect((await filesOf(copy)).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(await holdingsOf(copy), `${when}, opened again`).toEqual(expected);
  }
});

test('requests go on meanwhile, and none is lost', async () => {
  const folder = await aFolder();
  const { registry, register, ask, close } = await aKeptRegistry(folder, {
    compactAfterBytes: 2000,
  });
  await ask('PUT', '/config', { compatibility: 'NONE' });
  const statuses = new Set<number>();
  let next = 0;
  const client = async () => {
    while (next < 400) {
      next += 1;
      statuses.add((await register(`s${next % 7}`, avroOf(next))).status);
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  expect([...statuses]).toEqual([200]);
  const held = registry.snapshot();
  await close();
  const names = await filesOf(folder);
  expect(names.some((name) => name.endsWith('.snapshot'))).toBe(true);
  expect(names).not.toContain('000001.log');
  expect(await holdingsOf(folder)).toEqual(held.changes);
});

test('logs that are shorter than the snapshot are left alone', async () => {
  const folder = await aFolder();
  const { register, close } = await aKeptRegistry(folder, { compactAfterBytes: 0 });
  await register('a', avroOf(50));
  await expect.poll(() => filesOf(folder)).toEqual(compacted);
  await register('b', avroOf(1));
  await close();
  expect(await filesOf(folder)).toEqual(compacted);
  const again = await aKeptRegistry(folder, { compactAfterBytes: 0 });
  await again.register('c', avroOf(1));
  await again.close();
  expect(await filesOf(folder)).toEqual(compacted);
});

test('one that cannot write its snapshot stops nothing', async () => {
  const folder = await aFolder();
  const notices: string[] = [];
  const { register, close } = await aKeptRegistry(folder, {
    compactAfterBytes: 0,
    onNotice: (message) => notices.push(message),
  });
  // A folder stands where the snapshot is to be written.
  await mkdir(join(folder, '000002.snapshot.new'));
  await register('a', avroOf(1));
  await expect
    .poll(() => notices)
    .toEqual([expect.stringMatching(/could not be compacted.*EISDIR/)]);
  expect((await register('b', avroOf(1))).status).toBe(200);
  await close();
  await rm(join(folder, '000002.snapshot.new'), { recursive: true, force: true });
  const { ask } = await aKeptRegistry(folder);
  expect((await ask('GET', '/subjects')).body).toEqual(['a', 'b']);
});

test('a reset is kept, also when it replaces much', async () => {
  const folder = await aFolder();
  const other = aRegistry();
  for (let number = 1; number <= 30; number += 1) await other.register('a', avroOf(number));
  const { registry, register, close } = await aKeptRegistry(folder, { compactAfterBytes: 1000 });
  await register('z', avroOf(1));
  await registry.reset(other.registry.snapshot());
  const held = registry.snapshot();
  expect(held).toEqual(other.registry.snapshot());
  await close();
  expect(await holdingsOf(folder)).toEqual(held.changes);
});
