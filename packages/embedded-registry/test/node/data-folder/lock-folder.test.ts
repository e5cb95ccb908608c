import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../../src/node/index.ts';
import { aFolder } from './a-data-folder.ts';

async function locksOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('lock-'));
}

/** A folder that was left with the lock of another process. */
async function aFolderLockedBy(content: string | object, name = 'lock-1-00000000') {
  const folder = await aFolder();
  const log = await openDataFolder(folder);
  await log.close();
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(join(folder, name), text);
  return folder;
}

/** A process that runs until the test ends, or is killed. */
async function anotherProcess() {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const { pid } = child;
  if (pid === undefined) throw new Error('It did not start.');
  const end = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { pid, end };
}

test('only one has a folder open, also in one process, until it is closed', async () => {
  const folder = await aFolder();
  const first = await openDataFolder(folder);
  await expect(openDataFolder(folder)).rejects.toMatchObject({
    code: 'folder_in_use',
    message: `${folder} is open in this process already. Close it first, or choose another folder.`,
  });
  await first.close();
  expect(await locksOf(folder)).toEqual([]);
  await (await openDataFolder(folder)).close();
});

test('of many that open a folder at once, one gets it', async () => {
  const folder = await aFolder();
  const tried = await Promise.allSettled(
    Array.from({ length: 8 }, async () => (await openDataFolder(folder)).close),
  );
  const got = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(got.length).toBeLessThanOrEqual(1);
  for (const close of got) await close();
  expect(await locksOf(folder)).toEqual([]);
});

test('a process that runs holds its folder, one that was killed does not', async () => {
  const { pid, end } = await anotherProcess();
  const folder = await aFolderLockedBy({ pid, host: hostname() });
  await expect(openDataFolder(folder)).rejects.toMatchObject({
    code: 'folder_in_use',
    message: `${folder} is in use by process ${pid}. End that process, or choose another folder.`,
  });
  await end();
  await (await openDataFolder(folder)).close();
  expect(await locksOf(folder)).toEqual([]);
});

test.runIf(process.platform === 'linux').each([
  ['another process has its number by now', { started: '1' }],
  ['the machine was started again', { boot: 'another' }],
])('a lock does not count when %s', async (_, fields) => {
  const { pid } = await anotherProcess();
  const folder = await aFolderLockedBy({ pid, host: hostname(), ...fields });
  await (await openDataFolder(folder)).close();
});

test('a lock of another machine counts, and says what to do', async () => {
  const folder = await aFolderLockedBy({ pid: 7, host: 'elsewhere.example' });
  await expect(openDataFolder(folder)).rejects.toMatchObject({
    code: 'folder_in_use',
    message: expect.stringMatching(/process 7 of host elsewhere\.example.*remove .*lock-1-0/),
  });
});

test.each(['', 'nothing', '{}', '{"pid":"7","host":null}'])(
  'a lock that says %j counts',
  async (text) => {
    const folder = await aFolderLockedBy(text);
    await expect(openDataFolder(folder)).rejects.toMatchObject({
      code: 'folder_in_use',
      message: expect.stringMatching(/Remove that file/),
    });
  },
);

test('a lock that was not finished is left over when its process is gone', async () => {
  const { pid, end } = await anotherProcess();
  await end();
  const folder = await aFolderLockedBy('', `lock-${pid}-00000000.new`);
  await (await openDataFolder(folder)).close();
  expect(await locksOf(folder)).toEqual([]);
});

test('a lock names its process', async () => {
  const folder = await aFolder();
  const log = await openDataFolder(folder);
  const [name = ''] = await locksOf(folder);
  const holder = JSON.parse(await readFile(join(folder, name), 'utf8'));
  expect(holder).toMatchObject({ pid: process.pid, host: hostname() });
  await log.close();
});
