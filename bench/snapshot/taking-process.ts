// Takes snapshots in a process of its own, so that its memory can be told.
import { createRegistryClient } from '../../packages/registry-client/src/index.ts';
import { createTransport } from '../../packages/registry-client/src/node/index.ts';
import { takeSnapshot } from '../../packages/snapshot/src/index.ts';
import type { TakeMessage, Taken } from './messages.ts';

const transport = createTransport();

process.on('message', (message: TakeMessage) => {
  void take(message).then((taken) => process.send?.(taken));
});
process.send?.({ port: 0 });

async function take({ port, includeConfigs = false, singly }: TakeMessage): Promise<Taken> {
  const requests: Record<string, number> = {};
  const client = createRegistryClient({
    url: `http://127.0.0.1:${port}`,
    fetch: transport.fetch,
    cache: false,
    observe: ({ operation = 'other' }) => {
      requests[operation] = (requests[operation] ?? 0) + 1;
      return undefined;
    },
  });
  globalThis.gc?.();
  const before = process.memoryUsage();
  let peak = before.rss;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const began = performance.now();
  const taken =
    singly === undefined
      ? await takeSnapshot(client, {}, { includeConfigs })
      : await takeSingly(client, singly);
  const milliseconds = performance.now() - began;
  clearInterval(watch);
  peak = Math.max(peak, process.memoryUsage.rss());
  globalThis.gc?.();
  const after = process.memoryUsage();
  const versions = taken.subjects.reduce((sum, subject) => sum + subject.versions.length, 0);
  return {
    milliseconds,
    requests,
    versions,
    unreadable: taken.unreadable.length,
    peakRss: peak - before.rss,
    heldRss: after.rss - before.rss,
    heldHeap: after.heapUsed + after.external - before.heapUsed - before.external,
  };
}

/** What a loop over the usual endpoints does: the versions of each subject, then each of them, 16 at a time. */
async function takeSingly(
  client: ReturnType<typeof createRegistryClient>,
  count: number,
): Promise<{ subjects: { versions: unknown[] }[]; unreadable: [] }> {
  const names = (await client.subjects.list()).slice(0, count);
  const subjects: { versions: unknown[] }[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let name = names[next++]; name !== undefined; name = names[next++]) {
        const versions: unknown[] = [];
        for (const version of await client.versions.list(name)) {
          versions.push(await client.versions.get(name, version));
        }
        subjects.push({ versions });
      }
    }),
  );
  return { subjects, unreadable: [] };
}
