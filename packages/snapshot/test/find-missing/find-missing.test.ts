import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findMissing, takeSnapshot } from '../../src/index.ts';
import { aRecord, aRegistry, type Contents, fill, snapshotOf } from '../a-snapshot.ts';
import { aRandomRegistry, randomWrite } from '../compare/random-contents.ts';

vi.setConfig({ testTimeout: 60_000 });

const one = aRecord('One', 'a');
const two = aRecord('One', 'a', 'b');
const refersTo = (subject: string, version = 1, schema = '["null","One"]', name = 'One') => ({
  schema,
  references: [{ name, subject, version }],
});
const twoOfOne = aRecord('Two', 'x:One');

async function missing(source: Contents, target: Contents, options = {}) {
  return findMissing(await snapshotOf(source), await snapshotOf(target), options);
}

test('nothing is missing where every content is there, at whatever version', async () => {
  expect(await missing({ orders: [one, two] }, { orders: [two, one] })).toMatchObject({
    missing: [],
    summary: { subjects: 0, versions: 0 },
  });
});

test('subjects and versions that are missing, each with why', async () => {
  const found = await missing(
    { orders: [one, two], customers: [one] },
    { orders: [one], people: [one] },
  );
  expect(found).toMatchObject({
    missing: [
      {
        subject: 'customers',
        why: 'no_subject',
        elsewhere: [
          { subject: 'orders', version: 1 },
          { subject: 'people', version: 1 },
        ],
      },
      { subject: 'orders', version: 2, why: 'no_version', from: { subject: 'orders', version: 2 } },
    ],
    summary: { subjects: 1, incompleteSubjects: 1, versions: 2, referenced: 0 },
  });
});

test('what is missing comes after what it needs, also from outside of what was asked for', async () => {
  const found = await missing(
    {
      ':.shared:b': [one],
      ':.shared:c': [refersTo('b', 1, twoOfOne)],
      a: [refersTo(':.shared:c', 1, '["int","Two"]', 'Two'), '"string"'],
    },
    {},
    { contexts: ['.'] },
  );
  expect(found.missing.map(({ subject, version, why }) => [subject, version, why])).toEqual([
    [':.shared:b', 1, 'referenced'],
    [':.shared:c', 1, 'referenced'],
    ['a', 1, 'no_subject'],
    ['a', 2, 'no_subject'],
  ]);
  expect(found.missing[2]?.needs).toEqual([
    { name: 'Two', subject: ':.shared:c', version: 1, state: 'missing_too' },
  ]);
  expect(found.summary).toMatchObject({ subjects: 1, versions: 2, referenced: 2 });
});

test.each<[string, Contents, string]>([
  ['is there', { b: [one] }, 'in_target'],
  ['is something else', { b: ['"int"'] }, 'other_content'],
  ['is there at another version', { b: ['"int"', one] }, 'other_content'],
  ['is not there', {}, 'missing_too'],
])('what a missing version needs %s', async (_, target, state) => {
  const found = await missing({ b: [one], a: [refersTo('b')] }, target, { subjects: ['a'] });
  expect(found.missing.find(({ subject }) => subject === 'a')?.needs).toMatchObject([{ state }]);
});

test('what the target has under another number is not missing, and said', async () => {
  const { client } = aRegistry();
  await fill({ client }, { b: ['"int"', one] });
  await client.versions.delete('b', 1);
  const source = await snapshotOf({ b: [one], a: [refersTo('b')] });
  const found = await findMissing(source, await takeSnapshot(client));
  expect(found.missing).toMatchObject([
    { subject: 'a', needs: [{ subject: 'b', version: 1, state: 'at_other_version' }] },
  ]);
});

test('soft-deleted versions are not wanted, and not there', async () => {
  const { client } = aRegistry();
  await fill({ client }, { orders: [one, two] });
  await client.versions.delete('orders', 2);
  const deleted = await takeSnapshot(client, {}, { includeDeleted: true });
  const whole = await snapshotOf({ orders: [one, two] }, { includeDeleted: true });
  expect(await findMissing(deleted, whole)).toMatchObject({ missing: [] });
  expect(await findMissing(whole, deleted)).toMatchObject({
    missing: [{ subject: 'orders', version: 2, why: 'no_version', deletedInTarget: true }],
  });
});

test('in contexts of other names', async () => {
  const source = { ':.staging:b': [one], ':.staging:a': [refersTo(':.staging:b')] };
  expect(
    await missing(
      source,
      { ':.production:b': [one] },
      {
        contexts: [{ source: 'staging', target: 'production' }],
      },
    ),
  ).toMatchObject({
    missing: [
      {
        subject: ':.production:a',
        from: { subject: ':.staging:a' },
        references: [{ subject: ':.production:b' }],
        needs: [{ subject: ':.production:b', state: 'in_target' }],
      },
    ],
  });
});

test('what only names were read of is refused', async () => {
  const names = await snapshotOf({ orders: [one] }, { detail: 'names' });
  await expect(findMissing(names, names)).rejects.toMatchObject({ code: 'invalid_argument' });
});

test('what is missing can be registered in that order, and then nothing is missing', async () => {
  // A registry takes a schema without references for one that is the same once its references are written in full.
  // And it gives no number twice, so that after deletes versions have other numbers than in the source.
  const write = randomWrite
    .filter(({ kind }) => kind === 'register' || kind === 'config')
    .map((one) =>
      one.kind === 'register' && one.references.length > 0
        ? { ...one, content: one.content + 10 }
        : one,
    );
  const writes = fc.array(write, { maxLength: 30, size: 'max' });
  let registered = 0;
  await fc.assert(
    fc.asyncProperty(writes, writes, async (wanted, before) => {
      const source = await takeSnapshot((await aRandomRegistry(wanted)).client);
      const { client } = await aRandomRegistry(before);
      const found = await findMissing(source, await takeSnapshot(client));
      const isClear = found.missing.every(({ needs }) =>
        needs.every(({ state }) => state === 'in_target' || state === 'missing_too'),
      );
      // A version that takes the number of another cannot be referred to by its own.
      fc.pre(isClear);
      const needed = new Set(
        found.missing.flatMap(({ needs }) =>
          needs.map((need) => `${need.subject} ${need.version}`),
        ),
      );
      for (const { subject, version, guid, references } of found.missing) {
        await client.config.update(subject, { compatibility: 'NONE', normalize: false });
        const schema = await source.texts.read(guid);
        const given = await client.versions.register(subject, {
          schema,
          references: [...references],
        });
        fc.pre(given.version === version || !needed.has(`${subject} ${version}`));
        registered += 1;
      }
      const after = await findMissing(source, await takeSnapshot(client));
      expect(after).toMatchObject({ missing: [] });
    }),
    { numRuns: 40 },
  );
  expect(registered).toBeGreaterThan(50);
});
