import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { isDataFolderError } from '../../../src/node/index.ts';
import { avro } from '../../a-registry.ts';
import { aFolder, aKeptRegistry } from './a-data-folder.ts';

/** What every open file is made of, to stand between the registry and the disk. */
let files: FileHandle;
let folder: string;

beforeEach(async () => {
  folder = await aFolder();
  const path = join(dirname(folder), 'probe');
  const probe = await open(path, 'w');
  files = Object.getPrototypeOf(probe);
  await probe.close();
  await rm(path);
});

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: …`), { code });
}

test('nothing is answered before it is safe, and what arrives meanwhile shares the next flush', async () => {
  const { ask, register } = await aKeptRegistry(folder);
  const flush = deferred();
  const datasync = vi.spyOn(files, 'datasync').mockImplementation(() => flush.promise);
  const answered: string[] = [];
  const asked = ['a', 'b', 'c'].map((name) =>
    register(name, avro(name)).then(() => answered.push(name)),
  );
  await expect.poll(() => datasync.mock.calls.length).toBe(1);
  const read = ask('GET', '/subjects').then(() => answered.push('read'));
  const later = ['d', 'e', 'f'].map((name) =>
    register(name, avro(name)).then(() => answered.push(name)),
  );
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect([answered, datasync.mock.calls.length]).toEqual([[], 1]);
  flush.resolve();
  await Promise.all([...asked, read, ...later]);
  expect(answered).toEqual(['a', 'b', 'c', 'read', 'd', 'e', 'f']);
  expect(datasync).toHaveBeenCalledTimes(2);
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test.each([
  ['appendFile', 'ENOSPC', /the disk is full \(ENOSPC\)/],
  ['datasync', 'EIO', /the disk reports an error \(EIO\)/],
  ['datasync', 'EROFS', /the file system is read-only \(EROFS\)/],
] as const)(
  'when %s fails with %s, nothing more is answered, and nothing of it is kept',
  async (step, code, words) => {
    const told: unknown[] = [];
    const onInternalError = (error: unknown) => told.push(error);
    const { ask, register, close } = await aKeptRegistry(folder, { onInternalError });
    await register('a', avro('A'));
    const failing = vi.spyOn(files, step).mockRejectedValue(systemError(code));
    const answers = await Promise.all([
      register('b', avro('B')),
      ask('GET', '/subjects'),
      register('c', avro('C')),
    ]);
    failing.mockRestore();
    answers.push(await ask('GET', '/subjects'), await register('d', avro('D')));
    for (const { status, body } of answers) {
      expect([status, body.error_code]).toEqual([500, 50001]);
      expect(body.message).toMatch(words);
      expect(body.message).toMatch(/restarted/);
    }
    expect(told.map((error) => isDataFolderError(error, 'write_failed'))).toEqual([true]);
    await close();
    const again = await aKeptRegistry(folder);
    expect((await again.ask('GET', '/subjects')).body).toEqual(['a']);
  },
);
