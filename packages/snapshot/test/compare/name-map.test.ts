import { expect, test } from 'vitest';
import { compareSnapshots, findMissing } from '../../src/index.ts';
import { aRecord, type Contents, snapshotOf } from '../a-snapshot.ts';

const address = aRecord('Address', 'street');
const order = (subject: string, version = 1) => ({
  schema: '["null","Address"]',
  references: [{ name: 'Address', subject, version }],
});
const staging: Contents = {
  ':.staging:address': [address],
  ':.staging:orders': [order(':.staging:address')],
};
const contexts = [{ source: '.staging', target: '.production' }];

test('references into a compared context are equal when they lead to the counterpart, however they are written', async () => {
  const source = await snapshotOf(staging);
  for (const written of ['address', ':.production:address']) {
    const target = await snapshotOf({
      ':.production:address': [address],
      ':.production:orders': [order(written)],
    });
    expect(await compareSnapshots(source, target, { contexts })).toMatchObject({
      state: 'equal',
      contexts: [{ source: '.staging', target: '.production', state: 'equal' }],
      changes: [],
    });
    expect(await findMissing(source, target, { contexts })).toMatchObject({ missing: [] });
  }
});

test('a copy that still refers to where it came from is told', async () => {
  const both = await snapshotOf({
    ...staging,
    ':.production:address': [address],
    ':.production:orders': [order(':.staging:address')],
  });
  const comparison = await compareSnapshots(both, both, { contexts });
  expect(comparison).toMatchObject({
    state: 'different',
    summary: { differences: 1, byKind: { reference: 1 } },
    subjects: [
      {
        source: ':.staging:orders',
        target: ':.production:orders',
        differences: [
          {
            kind: 'reference',
            name: 'Address',
            why: 'other_subject',
            source: { subject: ':.staging:address', version: 1 },
            target: { subject: ':.staging:address', version: 1 },
          },
        ],
      },
    ],
    changes: [
      {
        action: 'replace_version',
        subject: ':.production:orders',
        references: [{ name: 'Address', subject: ':.production:address', version: 1 }],
      },
    ],
  });
});

test('what a context lacks is written with the names of the other, what is referred to first', async () => {
  const source = await snapshotOf({
    ':.staging:b': [address],
    ':.staging:a': [order(':.staging:b'), { ...order('b'), schema: '["int","Address"]' }],
  });
  const { changes } = await compareSnapshots(source, await snapshotOf({}), { contexts });
  expect(changes).toMatchObject([
    { action: 'register_version', subject: ':.production:b', from: { subject: ':.staging:b' } },
    {
      action: 'register_version',
      subject: ':.production:a',
      version: 1,
      references: [{ subject: ':.production:b' }],
    },
    { action: 'register_version', version: 2, references: [{ subject: 'b' }] },
  ]);
});

test('without texts, what only names can decide is unknown', async () => {
  const options = { detail: 'versions' } as const;
  const target: Contents = {
    ':.production:address': [address],
    ':.production:orders': [order(':.production:address')],
  };
  const comparison = await compareSnapshots(
    await snapshotOf(staging, options),
    await snapshotOf(target, options),
    { contexts },
  );
  expect(comparison).toMatchObject({
    state: 'unknown',
    subjects: [{ state: 'unknown', unknown: [{ what: 'content', version: 1 }] }],
  });
});

test('names that stand for another one do not stand for themselves', async () => {
  const source = await snapshotOf({
    ':.production:address': [address],
    ':.staging:orders': [order(':.production:address')],
  });
  const target = await snapshotOf({
    ':.production:address': [address],
    ':.production:orders': [order(':.production:address')],
  });
  expect((await compareSnapshots(source, target, { contexts })).subjects).toMatchObject(
    [
      { source: ':.staging:address', state: 'only_in_target' },
      { source: ':.staging:orders', differences: [{ kind: 'reference', why: 'other_subject' }] },
    ].toReversed(),
  );
});

test('subjects of two contexts bring their contexts with them', async () => {
  const snapshot = await snapshotOf({
    ...staging,
    address: [address],
    orders: [order('address')],
  });
  const comparison = await compareSnapshots(snapshot, snapshot, {
    subjects: [{ source: ':.staging:orders', target: 'orders' }],
  });
  expect(comparison).toMatchObject({
    state: 'equal',
    contexts: [{ source: '.staging', target: '.' }],
  });
});
