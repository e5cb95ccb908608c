import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import type { RegistryClient } from '@srkit/registry-client';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { applyClear, prepareClear } from '../../src/index.ts';
import { aClient, aRegistry, versionsOf } from '../a-registry.ts';
import { apply, someContexts, type Write, writes } from './random-registry.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Two that come to refer to each other: of all registries made by chance, few do. */
const aCircle: Write[] = [
  { kind: 'register', at: 0, context: '.a', targets: [] },
  { kind: 'register', at: 1, context: '.a', targets: [0] },
  { kind: 'overwrite', at: 0, context: '.a', targets: [1] },
];

test('clearing any contexts of any registry leaves the others as they are, and no reference dangling', async () => {
  let circles = 0;
  await fc.assert(
    fc.asyncProperty(writes, someContexts, fc.boolean(), async (all, contexts, permanent) => {
      const { client, registry } = aRegistry();
      await apply(client, all);
      const before = await versionsOf(client);
      const kept = registry.snapshot();

      const plan = await prepareClear(client, contexts, { permanent });
      const result = await applyClear(client, plan, { concurrency: 3 });
      const after = await versionsOf(client);
      circles += plan.blocked.filter(({ by }) => by === 'circle').length;

      const isOutside = ({ subject }: { subject: string }) =>
        !contexts.includes(contextOf(subject));
      expect(after.filter(isOutside)).toEqual(before.filter(isOutside));
      expect(dangling(before, permanent)).toEqual(
        expect.arrayContaining(dangling(after, permanent)),
      );

      // The account is true, and the plan came true.
      const left = new Set(
        after.flatMap(({ subject, deleted }) => (permanent || !deleted ? [subject] : [])),
      );
      for (const { name, outcome } of result.subjects) {
        expect([name, outcome]).toEqual([name, left.has(name) ? 'blocked' : 'deleted']);
      }
      for (const one of result.contexts) {
        expect(one.left).toEqual([...left].filter((name) => contextOf(name) === one.name).sort());
        expect(one.unplanned).toEqual([]);
      }
      // What a version referred to before it was overwritten holds on to its target, as far as the registry knows.
      if (!all.some(({ kind }) => kind === 'overwrite')) {
        const blocked = result.subjects.filter(({ outcome }) => outcome === 'blocked');
        expect(blocked).toHaveLength(plan.blocked.length);
        expect(result.requests).toBe(plan.steps.length);
      }

      // Nothing stays without a reason: what refers to it, as the plan says, is there.
      for (const { name, referencedBy } of plan.blocked) {
        expect(referencedBy.length).toBeGreaterThan(0);
        for (const one of referencedBy) {
          const referrer = after.find(
            ({ subject, version }) => subject === one.subject && version === one.version,
          );
          expect(referrer?.targets.some((target) => target.startsWith(`${name}/`))).toBe(true);
        }
      }

      // Whatever is left could not be deleted in any order either.
      if (plan.blocked.length > 0) {
        const other = createEmbeddedRegistry();
        await other.reset(kept);
        const stubborn = await clearByForce(aClient(other), contexts, permanent);
        for (const name of stubborn) expect(left.has(name)).toBe(true);
      }
    }),
    { numRuns: 150, examples: [[aCircle, ['.a'], true]] },
  );
  expect(circles).toBeGreaterThan(0);
});

function contextOf(subject: string): string {
  return /^:(\.[^:]*):/.exec(subject)?.[1] ?? '.';
}

/** References that lead to nothing that is there, or (softly) from what lives to what does not. */
function dangling(versions: Awaited<ReturnType<typeof versionsOf>>, permanent: boolean): string[] {
  const there = new Set(
    versions.flatMap(({ subject, version, deleted }) =>
      permanent || !deleted ? [`${subject}/${version}`] : [],
    ),
  );
  return versions.flatMap(({ subject, version, deleted, targets }) =>
    !permanent && deleted
      ? []
      : targets.flatMap((target) => (there.has(target) ? [] : [`${subject}/${version} ${target}`])),
  );
}

/** Deletes whatever the registry lets, subjects and versions, until nothing more goes. */
async function clearByForce(
  client: RegistryClient,
  contexts: readonly string[],
  permanent: boolean,
): Promise<string[]> {
  for (const options of permanent ? [{}, { permanent }] : [{}]) {
    for (let gone = 1; gone > 0; ) {
      gone = 0;
      for (const { subject, version, deleted } of await versionsOf(client)) {
        if (!contexts.includes(contextOf(subject)) || deleted !== 'permanent' in options) continue;
        const whole = await client.subjects.delete(subject, options).catch(() => []);
        const one = await client.versions.delete(subject, version, options).catch(() => undefined);
        if (whole.length > 0 || one !== undefined) gone += 1;
      }
    }
  }
  const names = await client.subjects.list({ deleted: permanent });
  return names.filter((name) => contexts.includes(contextOf(name)));
}
