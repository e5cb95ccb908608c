import { expect, test, vi } from 'vitest';
import { compareSnapshots, takeSnapshot } from '../../src/index.ts';
import { aRecord, aRegistry, type TestRegistry } from '../a-snapshot.ts';

vi.setConfig({ testTimeout: 60_000 });

const subjects = Array.from(
  { length: 300 },
  (_, number) => `team-${number % 7}.orders-${number}-value`,
);

/** A registry of 300 subjects x 2 versions, where a third of the subjects have a configuration, and what is planted in it. */
async function aTeam(
  change: (
    number: number,
  ) => 'content' | 'missing version' | 'extra version' | 'missing' | 'config' | undefined,
): Promise<TestRegistry> {
  const registry = aRegistry();
  const { client } = registry;
  for (const [number, subject] of subjects.entries()) {
    const planted = change(number);
    if (planted === 'missing') continue;
    const name = `Orders${number}`;
    await client.versions.register(subject, { schema: aRecord(name, 'id') });
    if (planted !== 'missing version') {
      const field = planted === 'content' ? 'sum' : 'mus';
      await client.versions.register(subject, { schema: aRecord(name, 'id', field) });
    }
    if (planted === 'extra version') {
      await client.versions.register(subject, { schema: aRecord(name, 'id', 'mus', 'extra') });
    }
    if (number % 3 === 0 || planted === 'config') {
      const compatibility = planted === 'config' ? 'FORWARD' : 'FULL';
      await client.config.update(subject, { compatibility });
    }
  }
  return registry;
}

test('33 differences among 300 subjects x 2 versions are 33 differences', async () => {
  const source = await aTeam(() => undefined);
  const target = await aTeam((number) => {
    if (number % 30 === 1) return 'content'; // 10
    if (number % 60 === 2) return 'missing version'; // 5
    if (number % 60 === 4) return 'extra version'; // 5
    if (number % 75 === 5) return 'missing'; // 4
    if (number % 50 === 7) return 'config'; // 6
    return undefined;
  });
  for (const extra of ['a', 'b', 'c']) {
    await target.client.versions.register(`extra-${extra}`, { schema: '"string"' });
  }
  const read = { includeConfigs: true };
  const [one, other] = await Promise.all([
    takeSnapshot(source.client, {}, read),
    takeSnapshot(target.client, {}, read),
  ]);
  const comparison = await compareSnapshots(one, other);
  expect(comparison.summary).toMatchObject({
    differences: 33,
    byKind: {
      content: 10,
      version_missing: 5,
      version_extra: 5,
      subject_missing: 4,
      subject_extra: 3,
      config: 6,
    },
    subjects: { equal: 270, different: 26, only_in_source: 4, only_in_target: 3, unknown: 0 },
  });
  expect(comparison.summary.changes).toBe(comparison.changes.length);
});
