// Compares two registries in a process of its own. Reading them is not counted.
import { createRegistryClient } from '../../packages/registry-client/src/index.ts';
import { createTransport } from '../../packages/registry-client/src/node/index.ts';
import {
  compareSnapshots,
  findConflicts,
  findMissing,
  registryStatistics,
  type Snapshot,
  takeSnapshot,
} from '../../packages/snapshot/src/index.ts';
import type { Compared, CompareMessage } from './messages.ts';

const transport = createTransport();

process.on('message', (message: CompareMessage) => {
  void compare(message).then((compared) => process.send?.(compared));
});
process.send?.({ port: 0 });

async function compare({ ports, includeConfigs }: CompareMessage): Promise<Compared> {
  const [source, target] = ports;
  const open = async (port: number): Promise<Snapshot> => {
    const url = `http://127.0.0.1:${port}`;
    const client = createRegistryClient({ url, fetch: transport.fetch, cache: false });
    return takeSnapshot(client, {}, { includeConfigs });
  };
  // Each has snapshots of its own, so that none finds the indexes that another has made.
  const comparison = await timed(compareSnapshots, await open(source), await open(target));
  const equal = await timed(compareSnapshots, await open(source), await open(source));
  const missing = await timed(findMissing, await open(source), await open(target));
  const conflicts = await timed(findConflicts, await open(source), await open(target));
  const statistics = await timed(
    async (one) => registryStatistics(one),
    await open(source),
    await open(target),
  );
  if (equal.result.state !== 'equal') throw new Error('A registry does not equal itself.');
  return {
    differences: comparison.result.summary.differences,
    compareMs: comparison.milliseconds,
    compareEqualMs: equal.milliseconds,
    findMissingMs: missing.milliseconds,
    findConflictsMs: conflicts.milliseconds,
    statisticsMs: statistics.milliseconds,
  };
}

async function timed<Result>(
  work: (source: Snapshot, target: Snapshot) => Promise<Result>,
  source: Snapshot,
  target: Snapshot,
): Promise<{ result: Result; milliseconds: number }> {
  const began = performance.now();
  const result = await work(source, target);
  const milliseconds = performance.now() - began;
  await Promise.all([source.close(), target.close()]);
  return { result, milliseconds };
}
