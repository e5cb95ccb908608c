import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { isSnapshotError, type TextStore, takeSnapshot } from '../src/index.ts';
import { aGateway } from './a-gateway.ts';
import { aClient, aRegistry, fill } from './a-snapshot.ts';

const { client, registry } = aRegistry();
await fill({ client }, { a: ['"string"', '"int"', '"long"'], b: ['"int"'], ':.x:c': ['"bytes"'] });

/** A store that counts, for texts that are never kept in memory. */
function aStore(): TextStore & { closed: number; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    closed: 0,
    async write(guid, text) {
      texts.set(guid, text);
    },
    async read(guid) {
      return texts.get(guid);
    },
    async close() {
      this.closed += 1;
      texts.clear();
    },
  };
}

test('a cancelled reading ends at once, at any request, and leaves nothing behind', async () => {
  const whole = aGateway(registry, () => undefined);
  const options = { includeConfigs: true, pageSize: 2, textsInMemoryBytes: 0 };
  await takeSnapshot(aClient(registry, { fetch: whole.fetch }), {}, options);
  expect(whole.requests.length).toBeGreaterThan(15);
  for (let at = 1; at <= whole.requests.length; at += 1) {
    const controller = new AbortController();
    const texts = aStore();
    const gateway = aGateway(registry, async ({ number }) => {
      if (number === at) controller.abort(new Error('enough'));
      // Whatever is under way would take forever.
      await new Promise<void>((resolve, reject) => {
        if (number < at) resolve();
        else if (controller.signal.aborted) reject(new Error('gone'));
        else controller.signal.addEventListener('abort', () => reject(new Error('gone')));
      });
      return undefined;
    });
    const through = aClient(registry, { fetch: gateway.fetch });
    const failure = await takeSnapshot(
      through,
      {},
      {
        ...options,
        texts,
        signal: controller.signal,
      },
    ).catch((error: unknown) => error);
    expect(isSnapshotError(failure, 'aborted')).toBe(true);
    expect(gateway.underWay()).toBe(0);
    expect(failure).toMatchObject({ cause: expect.objectContaining({ message: 'enough' }) });
    expect(texts).toMatchObject({ closed: 1 });
    const { length } = gateway.requests;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(gateway.requests).toHaveLength(length);
  }
});

test('a signal is left as it was, and hears no complaint of too many listeners', async () => {
  const warnings: unknown[] = [];
  const onWarning = (warning: unknown): number => warnings.push(warning);
  process.on('warning', onWarning);
  const { signal } = new AbortController();
  await takeSnapshot(client, {}, { includeConfigs: true, concurrency: 64, signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', onWarning);
  expect(warnings).toEqual([]);
});

test('a signal that was aborted before asks for nothing', async () => {
  const gateway = aGateway(registry, () => undefined);
  const signal = AbortSignal.abort();
  const taking = takeSnapshot(aClient(registry, { fetch: gateway.fetch }), {}, { signal });
  await expect(taking).rejects.toMatchObject({ name: 'SnapshotError', code: 'aborted' });
  expect(gateway.requests).toEqual([]);
});
