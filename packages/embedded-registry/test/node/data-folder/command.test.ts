import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { avro } from '../../a-registry.ts';
import { type RunningCommand, startCommand } from './a-command.ts';
import { aFolder, filesOf } from './a-data-folder.ts';

async function start(args: readonly string[], before?: string): Promise<RunningCommand> {
  const command = await startCommand(args, before);
  onTestFinished(() => void command.child.kill('SIGKILL'));
  return command;
}

async function register({ url }: RunningCommand, subject: string, schema = avro(subject, 'x')) {
  const answer = await fetch(`${url}/subjects/${subject}/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema }),
  });
  const body = (await answer.json()) as { error_code?: number; message?: string };
  return { status: answer.status, body };
}

const subjectsOf = async ({ url }: RunningCommand) => (await fetch(`${url}/subjects`)).json();

test('--data keeps what was registered, over an end and a kill, and locks the folder', async () => {
  const folder = await aFolder();
  const first = await start(['--data', folder]);
  await register(first, 'a');
  await expect(start(['--data', folder])).rejects.toThrow(
    `srkit-registry could not start: ${folder} is in use by process ${first.child.pid}.`,
  );
  expect(await first.end('SIGTERM')).toBe(0);
  expect(await filesOf(folder)).toEqual(['000001.log']);

  const second = await start(['--data', folder]);
  await register(second, 'b');
  await second.end('SIGKILL');
  const third = await start(['--data', folder]);
  expect(await subjectsOf(third)).toEqual(['a', 'b']);
  expect(third.errors()).toBe('');
});

test('says in one line what was cut off', async () => {
  const folder = await aFolder();
  const log = join(folder, '000001.log');
  const first = await start(['--data', folder]);
  await register(first, 'a');
  await first.end('SIGKILL');
  await truncate(log, (await readFile(log)).length - 1);
  const second = await start(['--data', folder]);
  expect(await subjectsOf(second)).toEqual([]);
  expect(second.errors()).toMatch(/^000001\.log ended within a record .* are dropped\n$/);
});

test('says in one line what is damaged, and does not start', async () => {
  const folder = await aFolder();
  const first = await start(['--data', folder]);
  await first.end('SIGTERM');
  await truncate(join(folder, '000001.log'), 10);
  await expect(start(['--data', folder])).rejects.toThrow(
    /^srkit-registry could not start: .*000001\.log is damaged at byte 0: .*backup\.$/,
  );
});

test.skipIf(process.platform === 'win32')(
  'answers nothing more once a file cannot grow, and has what it answered when it starts again',
  async () => {
    const folder = await aFolder();
    // Files may have 64 blocks; a shell's block is 512 or 1024 bytes.
    const first = await start(['--data', folder], 'ulimit -f 64');
    const answered: string[] = [];
    let failed: Awaited<ReturnType<typeof register>> | undefined;
    for (let number = 100; number < 400 && failed === undefined; number += 1) {
      const answer = await register(first, `s${number}`, avro('R', `f${'x'.repeat(500)}`));
      if (answer.status === 200) answered.push(`s${number}`);
      else failed = answer;
    }
    expect([failed?.status, failed?.body.error_code]).toEqual([500, 50001]);
    expect(failed?.body.message).toMatch(/000001\.log could not be written: .*EFBIG/);
    expect((await fetch(`${first.url}/subjects`)).status).toBe(500);
    expect((await register(first, 'later')).status).toBe(500);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.errors().match(/could not be written/g)).toHaveLength(1);
    const second = await start(['--data', folder]);
    expect(await subjectsOf(second)).toEqual(answered);
    expect(answered.length).toBeGreaterThan(10);
  },
);
