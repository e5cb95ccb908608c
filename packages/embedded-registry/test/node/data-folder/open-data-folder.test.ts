import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataFolderError, isDataFolderError, openDataFolder } from '../../../src/node/index.ts';
import { aRegistry, avro } from '../../a-registry.ts';
import { askEverything } from '../../state/every-question.ts';
import { askAll, guidsOf, randomRequests } from '../../state/random-requests.ts';
import { aFolder, aKeptRegistry, filesOf } from './a-data-folder.ts';

test('what was registered is there again', async () => {
  const folder = await aFolder();
  const first = await aKeptRegistry(folder);
  const registered = await first.register('a', avro('A', 'x'));
  await first.register('gone', avro('G'));
  await first.ask('DELETE', '/subjects/gone');
  await first.ask('DELETE', '/subjects/gone?permanent=true');
  await first.close();

  const second = await aKeptRegistry(folder);
  const { body } = await second.ask('GET', '/subjects/a/versions/1');
  expect(body).toEqual({ ...registered.body, subject: 'a', ts: 1000, deleted: false });
  expect((await second.register('b', avro('B'))).body.id).toBe(3);
});

test.each([
  ['from its log', Number.POSITIVE_INFINITY],
  ['from a snapshot and what came after', 500],
])(
  'opened again %s, a registry answers everything, and goes on, as before',
  async (_, compactAfterBytes) => {
    const found = new Set<string>();
    const property = fc.asyncProperty(randomRequests, randomRequests, async (before, after) => {
      const folder = await aFolder();
      const options = {
        compactAfterBytes,
        onInternalError: () => {},
        edition: 'enterprise',
      } as const;
      const memory = aRegistry({ ...options, now: () => 1000 });
      const expected = await askAll(memory.ask, before);
      const first = await aKeptRegistry(folder, options);
      expect(await askAll(first.ask, before)).toEqual(expected);
      await first.close();
      for (const name of await filesOf(folder)) found.add(extname(name));

      const second = await aKeptRegistry(folder, options);
      const guids = guidsOf(expected);
      expect(await askEverything(second.ask, guids)).toEqual(
        await askEverything(memory.ask, guids),
      );
      expect(await askAll(second.ask, after)).toEqual(await askAll(memory.ask, after));
      await second.close();

      const third = await aKeptRegistry(folder, options);
      expect(third.registry.snapshot()).toEqual(memory.registry.snapshot());
      await third.close();
    });
    await fc.assert(property, { numRuns: 12 });
    expect(found.has('.snapshot')).toBe(compactAfterBytes < Number.POSITIVE_INFINITY);
  },
  60_000,
);

test('everything of a request is kept, or nothing', async () => {
  const folder = await aFolder();
  const { ask, register, close } = await aKeptRegistry(folder);
  await register('a', avro('A', 'x'));
  await register('a', avro('A', 'x', 'y:int=0'));
  await ask('DELETE', '/subjects/a');
  await close();
  const lines = (await readFile(join(folder, '000001.log'), 'utf8')).trim().split('\n');
  const records = lines.slice(1).map((line) => JSON.parse(line.replace(/^\S+ \S+ /, '')));
  expect(records.map(({ changes }) => changes.length)).toEqual([1, 1, 2]);
});

test.skipIf(process.platform === 'win32')('only its owner can read it', async () => {
  const folder = await aFolder();
  const { close } = await aKeptRegistry(folder);
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  expect(await modeOf(folder)).toBe(0o700);
  expect(await modeOf(join(folder, '000001.log'))).toBe(0o600);
  await close();
});

test('an empty folder, and a log of nothing, are an empty registry', async () => {
  const folder = await aFolder();
  for (let time = 0; time < 2; time += 1) {
    const { ask, close } = await aKeptRegistry(folder);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual([]);
    await close();
  }
  expect(await filesOf(folder)).toEqual(['000001.log']);
});

test('keeps one registry', async () => {
  const log = await openDataFolder(await aFolder());
  aRegistry({ log });
  expect(() => aRegistry({ log })).toThrow(DataFolderError);
  await log.close();
});

test('takes nothing once it is closed, and says so', async () => {
  const failures: unknown[] = [];
  const onInternalError = (error: unknown) => failures.push(error);
  const { register, ask, close } = await aKeptRegistry(await aFolder(), { onInternalError });
  await register('a', avro('A'));
  await close();
  await close();
  expect((await ask('GET', '/subjects')).body).toEqual(['a']);
  const { status, body } = await register('b', avro('B'));
  expect([status, body.error_code]).toEqual([500, 50001]);
  expect(body.message).toMatch(/closed/);
  expect(failures.map((error) => isDataFolderError(error, 'folder_closed'))).toEqual([true]);
});

test('says what is wrong with the folder', async () => {
  await expect(openDataFolder(join(import.meta.filename, 'data'))).rejects.toMatchObject({
    code: 'folder_unusable',
    message: expect.stringMatching(/it is not a folder \(ENOTDIR\)\. Choose another/),
  });
});
