import { expect, test } from 'vitest';
import { compareSnapshots } from '../../src/index.ts';
import { aRecord, type Contents, snapshotOf } from '../a-snapshot.ts';

const old = aRecord('Address', 'street');
const changed = aRecord('Address', 'road');

function contents(address: string, shared = address): Contents {
  const schema = '["null","Address"]';
  return {
    address: [address],
    ':.shared:address': [shared],
    orders: [{ schema, references: [{ name: 'Address', subject: 'address', version: 1 }] }],
    payments: [
      { schema, references: [{ name: 'Address', subject: ':.shared:address', version: 1 }] },
    ],
  };
}

test('what refers to something that differs is equal itself, and named as affected', async () => {
  const comparison = await compareSnapshots(
    await snapshotOf(contents(old)),
    await snapshotOf(contents(changed)),
  );
  expect(comparison).toMatchObject({
    summary: { differences: 2, byKind: { content: 2 }, affected: 2 },
    affected: [
      { subject: 'orders', version: 1, refersTo: { subject: 'address', version: 1 } },
      { subject: 'payments', version: 1, refersTo: { subject: ':.shared:address', version: 1 } },
    ],
  });
});

test('a reference to what differs outside of what is compared is a difference', async () => {
  const source = await snapshotOf(contents(old));
  const target = await snapshotOf(contents(old, changed));
  const comparison = await compareSnapshots(source, target, { contexts: ['.'] });
  expect(comparison).toMatchObject({
    summary: { differences: 1, byKind: { reference: 1 }, affected: 0 },
    subjects: [
      {
        source: 'payments',
        differences: [{ kind: 'reference', name: 'Address', why: 'other_content' }],
      },
    ],
    changes: [],
  });
});

test('what goes goes before what it refers to, and what comes after it', async () => {
  const chain: Contents = {
    c: [old],
    b: [
      {
        schema: '{"type":"array","items":"Address"}',
        references: [{ name: 'Address', subject: 'c', version: 1 }],
      },
    ],
    a: [
      {
        schema: '{"type":"map","values":"Address"}',
        references: [
          { name: 'Address', subject: 'c', version: 1 },
          { name: 'b', subject: 'b', version: 1 },
        ],
      },
    ],
  };
  const [full, empty] = [await snapshotOf(chain), await snapshotOf({})];
  const subjectsOf = (changes: readonly object[]) =>
    changes.map((change) => 'subject' in change && change.subject);
  expect(subjectsOf((await compareSnapshots(full, empty)).changes)).toEqual(['c', 'b', 'a']);
  expect(subjectsOf((await compareSnapshots(empty, full)).changes)).toEqual(['a', 'b', 'c']);
});
