import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const command = join(import.meta.dirname, '../../dist/srkit-registry.js');
let running: ChildProcess | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Starts the command; `ready` gives its first line on stdout, `ended` all that it printed. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  let out = '';
  let err = '';
  child.stderr.on('data', (part) => {
    err += part;
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (part) => {
      out += part;
      if (out.includes('\n')) resolve(out.trim());
    });
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ready, ended };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints one line, answers, and ends on %s',
  async (signal) => {
    const { child, ready, ended } = start('--port', '0');
    const url = await ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/subjects`)).json()).toEqual([]);
    child.kill(signal);
    const { code, out } = await ended;
    expect([code, out]).toEqual([0, `${url}\n`]);
  },
);

test('seeds a folder and names what does not register', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'srkit-seed-'));
  try {
    await writeFile(join(folder, 'good.avsc'), '{"type":"enum","name":"E","symbols":["A"]}');
    await writeFile(join(folder, 'bad.avsc'), '{"type":"enum"}');
    await writeFile(join(folder, 'worse.proto'), 'message {');
    const { child, ready, ended } = start('--port', '0', '--seed', folder);
    expect(await (await fetch(`${await ready}/subjects`)).json()).toEqual(['good']);
    child.kill('SIGTERM');
    const { err } = await ended;
    expect(err).toMatch(/not registered: bad\.avsc: .+/);
    expect(err).toMatch(/not registered: worse\.proto: .+/);
    expect(err).toContain('1 of 3 files');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  [['--prot'], 2, /--prot/],
  [['--seed', '/no/such/folder'], 1, /\/no\/such\/folder/],
  [['--port', '0', '--host', '203.0.113.1'], 1, /203\.0\.113\.1/],
])('%j ends with a sentence', async (args, expected, message) => {
  const { code, out, err } = await start(...args).ended;
  expect([code, out]).toEqual([expected, '']);
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('explains itself', async () => {
  const help = await start('--help').ended;
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('--seed DIR')]);
  const version = await start('--version').ended;
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
