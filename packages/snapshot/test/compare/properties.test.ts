import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Change,
  compareSnapshots,
  type Snapshot,
  type TakeSnapshotOptions,
  takeSnapshot,
} from '../../src/index.ts';
import { applyChanges } from './apply-changes.ts';
import { mirrored, unmirrored } from './mirrored.ts';
import { aRandomRegistry, type RandomWrite, randomMode, randomWrite } from './random-contents.ts';

vi.setConfig({ testTimeout: 120_000 });

const writes = fc.array(randomWrite, { maxLength: 30, size: 'max' });
const writesAndModes = fc.array(
  fc.oneof({ weight: 12, arbitrary: randomWrite }, { weight: 1, arbitrary: randomMode }),
  {
    maxLength: 30,
    size: 'max',
  },
);
const depth = fc.record({
  detail: fc.constantFrom('names', 'versions', 'schemas'),
  includeDeleted: fc.boolean(),
  includeConfigs: fc.boolean(),
} as const);
/** Two registries that are much alike, with ids of their own. */
const alike = fc.record({ common: writesAndModes, one: writes, other: writes });

async function read(all: readonly RandomWrite[], options: TakeSnapshotOptions): Promise<Snapshot> {
  const { client } = await aRandomRegistry(all);
  return takeSnapshot(client, {}, options);
}

test('a registry compared with itself has no differences, at any depth, read once or twice', async () => {
  await fc.assert(
    fc.asyncProperty(writesAndModes, depth, depth, async (all, one, other) => {
      const { client } = await aRandomRegistry(all);
      const first = await takeSnapshot(client, {}, one);
      const second = await takeSnapshot(client, {}, other);
      for (const target of [first, second]) {
        const comparison = await compareSnapshots(first, target, { ids: true });
        const isUnclear =
          target.includesDeleted !== first.includesDeleted &&
          [one.detail, other.detail].includes('names');
        if (!isUnclear)
          expect(comparison).toMatchObject({
            state: 'equal',
            subjects: [],
            changes: [],
            affected: [],
          });
        expect(comparison.summary).toMatchObject({ differences: 0, otherIds: 0 });
      }
    }),
    { numRuns: 50 },
  );
});

test('comparing a with b mirrors comparing b with a', async () => {
  await fc.assert(
    fc.asyncProperty(
      alike,
      depth,
      depth,
      fc.boolean(),
      async ({ common, one, other }, depthOfOne, depthOfOther, ids) => {
        const a = await read([...common, ...one], depthOfOne);
        const b = await read([...common, ...other], depthOfOther);
        const options = { ids, includeEqual: true };
        expect(unmirrored(await compareSnapshots(b, a, options))).toEqual(
          mirrored(await compareSnapshots(a, b, options)),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('comparing contexts of other names mirrors, too', async () => {
  await fc.assert(
    fc.asyncProperty(alike, depth, async ({ common, one, other }, options) => {
      const a = await read([...common, ...one], options);
      const b = await read([...common, ...other], options);
      for (const [source, target] of [
        ['.', '.staging'],
        ['.staging', '.shared'],
      ] as const) {
        const isThere = [source, target].every((name) =>
          [a, b].every(({ contexts }) => contexts.some((context) => context.name === name)),
        );
        if (!isThere) continue;
        const there = await compareSnapshots(a, b, {
          contexts: [{ source, target }],
          includeEqual: true,
        });
        const back = await compareSnapshots(b, a, {
          contexts: [{ source: target, target: source }],
          includeEqual: true,
        });
        expect(unmirrored(back)).toEqual(mirrored(there));
      }
    }),
    { numRuns: 50 },
  );
});

const written = (
  subject: string,
  context: string,
  content: number,
  ...references: { subject: string; version: number }[]
): RandomWrite => ({ kind: 'register', subject, context, content, references });
const deleted = (subject: string, context: string): RandomWrite => ({
  ...{ kind: 'delete subject', subject, context, permanent: false },
});
const staging = written('b', '.staging', 0);

/** What is rarely met by chance, and was not done right. */
const entangled: { common: RandomWrite[]; one: RandomWrite[]; other: RandomWrite[] }[] = [
  // Two subjects whose versions refer to each other by turns.
  {
    common: [],
    one: [],
    other: [
      written('b', '.shared', 0),
      written('d', '.shared', 1, { subject: 'b', version: 1 }),
      written('b', '.shared', 0, { subject: 'd', version: 1 }),
    ],
  },
  // A version that cannot be read any more once what it refers to is replaced.
  {
    common: [staging],
    one: [written('a', '.shared', 1)],
    other: [
      deleted('b', '.staging'),
      written('a', '.shared', 0),
      written('b', '.staging', 0, { subject: ':.shared:a', version: 1 }),
    ],
  },
  // A subject that refers to itself with a schema that another one has as well.
  {
    common: [],
    one: [],
    other: [
      staging,
      written('b', '.staging', 1, { subject: 'b', version: 1 }),
      written('a', '.staging', 1, { subject: 'b', version: 1 }),
    ],
  },
];

test('after the changes the target equals the source', async () => {
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({ common: writes, one: writes, other: writes }),
      fc.boolean(),
      async ({ common, one, other }, includeDeleted) => {
        // Nobody sees the configuration of a subject that was not read.
        const options = { includeConfigs: includeDeleted, includeDeleted };
        const source = await aRandomRegistry([...common, ...one]);
        const target = await aRandomRegistry([...common, ...other]);
        const wanted = await takeSnapshot(source.client, {}, options);
        const before = await takeSnapshot(target.client, {}, options);
        const { changes } = await compareSnapshots(wanted, before);
        const everything = await takeSnapshot(target.client, {}, { includeDeleted: true });
        fc.pre(!changes.some((change) => overwritesReferences(change, everything)));
        await applyChanges(target.client, changes, wanted);
        const after = await compareSnapshots(
          wanted,
          await takeSnapshot(target.client, {}, options),
        );
        expect(after.subjects).toEqual([]);
        if (includeDeleted) expect(after).toMatchObject({ state: 'equal', changes: [] });
        changed += changes.length;
      },
    ),
    { numRuns: 50, examples: entangled.map((writes) => [writes, false]) },
  );
  expect(changed).toBeGreaterThan(100);
});

/** A registry never forgets what a version referred to that is overwritten in IMPORT mode, soft-deleted or not. */
function overwritesReferences(change: Change, target: Snapshot): boolean {
  if (change.action !== 'replace_version' && change.action !== 'register_version') return false;
  const subject = target.subjects.find(({ name }) => name === change.subject);
  const version = subject?.versions.find((one) => one.version === change.version);
  return version !== undefined && version.references.length > 0;
}
