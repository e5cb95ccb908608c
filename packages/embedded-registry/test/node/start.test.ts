import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEmbeddedRegistry, type Fault } from '../../src/index.ts';
import { openDataFolder, type StartOptions, start } from '../../src/node/index.ts';
import { registering } from '../a-server.ts';

async function started(options?: StartOptions) {
  const registry = await start(options);
  onTestFinished(() => registry.stop());
  return registry;
}

test('listens, and answers in this process too', async () => {
  const { url, port, fetch: own } = await started();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  await own(`${url}/subjects/s/versions`, registering('"int"'));
  expect(await (await fetch(`${url}/subjects`)).json()).toEqual(['s']);
});

test('reset() puts back what it began with', async () => {
  const before = createEmbeddedRegistry();
  await before.seed([{ path: 'first.avsc', text: '"int"' }]);
  const faults: Fault[] = [{ kind: 'error', route: 'getGlobalConfig' }];
  const registry = await started({ snapshot: before.snapshot(), faults });
  const { url } = registry;
  const subjects = async () => (await fetch(`${url}/subjects`)).json();
  await registry.seed([{ path: 'second.avsc', text: '"int"' }]);
  registry.faults.clear();
  expect(await subjects()).toEqual(['first', 'second']);
  await registry.reset();
  expect(await subjects()).toEqual(['first']);
  expect((await fetch(`${url}/config`)).status).toBe(503);
  await registry.reset(createEmbeddedRegistry().snapshot());
  expect(await subjects()).toEqual([]);
});

test('a registry that is kept in a folder keeps that it was reset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'srkit-reset-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const seedOf = (name: string) => [{ path: `${name}.avsc`, text: '"int"' }];
  const kept = async <Result>(
    use: (registry: ReturnType<typeof createEmbeddedRegistry>) => Result,
  ) => {
    const log = await openDataFolder(folder);
    try {
      return await use(createEmbeddedRegistry({ log }));
    } finally {
      await log.close();
    }
  };
  const snapshot = await kept(async (registry) => {
    await registry.seed(seedOf('first'));
    const taken = registry.snapshot();
    await registry.seed(seedOf('second'));
    await registry.reset();
    await registry.seed(seedOf('third'));
    return taken;
  });
  const subjects = await kept(async ({ fetch }) => (await fetch('http://x/subjects')).json());
  expect(subjects).toEqual(['third']);
  await kept((registry) => registry.reset(snapshot));
  expect(await kept((registry) => registry.snapshot())).toEqual(snapshot);
});

test('the admin path needs credentials on anything but loopback', async () => {
  const exposed = { admin: true, host: '0.0.0.0' };
  await expect(start(exposed)).rejects.toThrow(/admin path on 0\.0\.0\.0 needs credentials/);
  const registry = await started({ ...exposed, bearerTokens: [{ token: 'abc' }] });
  expect((await fetch(`http://127.0.0.1:${registry.port}/_srkit/requests`)).status).toBe(401);
});

test('stops although a client has sent nothing yet, waits for none, or keeps its connection', async () => {
  const registry = await start({ faults: [{ kind: 'no-answer', method: 'DELETE' }] });
  await (await fetch(registry.url)).text();
  const silent = connect(registry.port, '127.0.0.1');
  await once(silent, 'connect');
  const cut = once(silent, 'close');
  const waiting = fetch(registry.url, { method: 'DELETE' });
  waiting.catch(() => {});
  await expect.poll(() => registry.faults.list()).toMatchObject([{ injected: 1 }]);
  await registry.stop();
  await expect(waiting).rejects.toThrow('fetch failed');
  await cut;
});

test('answers what is under way before it stops', async () => {
  const registry = await start({ faults: [{ kind: 'latency', delayMs: 100 }] });
  const waiting = fetch(`${registry.url}/subjects`);
  await expect.poll(() => registry.faults.list()).toMatchObject([{ injected: 1 }]);
  const [answer] = await Promise.all([waiting, registry.stop()]);
  expect(await answer.json()).toEqual([]);
});
