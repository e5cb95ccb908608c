import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { certificates } from './certificates.ts';

const command = join(import.meta.dirname, '../../dist/srkit-registry.js');
let folder: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srkit-options-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  running?.kill('SIGKILL');
});

/** Writes a file for the command. */
async function file(name: string, content: string, mode = 0o600): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  await chmod(path, mode);
  return path;
}

/** Starts the command on a free port and gives its first line on stdout, or what it ended with. */
function run(...args: string[]): Promise<{ url: string; errors: () => string }> {
  const child = spawn(process.execPath, [command, '--port', '0', ...args]);
  running = child;
  let err = '';
  child.stderr.on('data', (part) => {
    err += part;
  });
  return new Promise((resolve) => {
    const done = (out: string) => resolve({ url: out.trim(), errors: () => err });
    child.stdout.on('data', (part) => done(String(part)));
    child.on('close', () => done(''));
  });
}

const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
});

test('asks for the credentials of a file, and offers the admin path behind them', async () => {
  const users = await file('users', '# who\nann:hush-hush\n');
  const { url, errors } = await run('--credentials-file', users, '--admin', '--host', '0.0.0.0');
  const reached = url.replace('0.0.0.0', '127.0.0.1');
  expect((await fetch(`${reached}/subjects`)).status).toBe(401);
  expect((await fetch(`${reached}/_srkit/requests`)).status).toBe(401);
  const counts = await fetch(`${reached}/_srkit/requests`, { headers: basic('ann:hush-hush') });
  expect(await counts.json()).toEqual({ listSubjects: { 401: 1 } });
  expect(errors()).toBe('');
});

test.skipIf(process.platform === 'win32')('says that others can read a secret', async () => {
  const users = await file('open-users', 'ann:hush-hush', 0o644);
  const { url, errors } = await run('--credentials-file', users);
  expect((await fetch(url, { headers: basic('ann:hush-hush') })).status).toBe(200);
  expect(errors()).toMatch(/open-users can be read by everybody/);
  expect(errors()).not.toMatch(/hush/);
});

test('injects faults, begins with a snapshot, follows another release', async () => {
  const before = createEmbeddedRegistry();
  await before.seed([{ path: 's.avsc', text: '"int"' }]);
  const { url } = await run(
    ...['--faults', await file('f.json', '[{"kind":"error","route":"getGlobalConfig"}]')],
    ...['--snapshot', await file('s.json', JSON.stringify(before.snapshot()))],
    ...['--cluster-id', 'mine', '--confluent-version', '7.9.6'],
  );
  expect((await fetch(`${url}/config`)).status).toBe(503);
  expect(await (await fetch(`${url}/subjects`)).json()).toEqual(['s']);
  expect(await (await fetch(`${url}/v1/metadata/id`)).text()).toContain('mine');
  expect((await fetch(`${url}/_srkit/requests`)).status).toBe(404);
});

test('answers over TLS', async () => {
  const { authority, own } = await certificates();
  const { url } = await run(
    ...['--tls-key', await file('key.pem', own.key), '--tls-cert', await file('c.pem', own.cert)],
    ...['--tls-client-ca', await file('ca.pem', authority.cert)],
  );
  expect(url).toMatch(/^https:/);
  const status = new Promise((resolve, reject) => {
    const sent = get(url, { ca: authority.cert, ...own }, (answer) => resolve(answer.statusCode));
    sent.on('error', reject);
  });
  expect(await status).toBe(200);
});

test('will not put a snapshot over what a folder holds', async () => {
  const before = createEmbeddedRegistry();
  await before.seed([{ path: 's.avsc', text: '"int"' }]);
  const snapshot = await file('s.json', JSON.stringify(before.snapshot()));
  const args = ['--data', join(folder, 'data'), '--snapshot', snapshot];
  const first = await run(...args);
  expect(await (await fetch(`${first.url}/subjects`)).json()).toEqual(['s']);
  running?.kill('SIGTERM');
  await new Promise((resolve) => running?.once('close', resolve));
  const second = await run(...args);
  expect([second.url, second.errors()]).toEqual(['', expect.stringMatching(/would replace/)]);
});

test.each([
  ['--faults', '[{"kind":"x"}]', /: Fault 1 needs a kind/],
  ['--faults', '{', /is no JSON/],
  ['--snapshot', '{}', /no snapshot/],
  ['--credentials-file', 'hush-hush', /line 1: it takes user:password/],
])('says what is wrong with the file of %s: %s', async (option, content, sentence) => {
  const path = await file('wrong', content);
  const { url, errors } = await run(option, path);
  expect(url).toBe('');
  expect(errors()).toMatch(sentence);
  expect(errors()).toContain(path);
  expect(errors()).not.toContain('hush');
  expect(errors().trim().split('\n')).toHaveLength(1);
});
