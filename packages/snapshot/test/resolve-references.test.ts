import { expect, test } from 'vitest';
import {
  createSnapshot,
  diffSchemaVersions,
  referencedSubject,
  type Snapshot,
  type SnapshotSubject,
  takeSnapshot,
} from '../src/index.ts';
import { aRecord, aRegistry, fill } from './a-snapshot.ts';

test.each([
  ['.', 'address', 'address'],
  ['.', ':.shared:address', ':.shared:address'],
  ['.', ':.:address', 'address'],
  ['.staging', 'address', ':.staging:address'],
  ['.staging', ':.shared:address', ':.shared:address'],
  ['.staging', ':.staging:address', ':.staging:address'],
])('in the context %s, %s leads to %s', (context, written, name) => {
  expect(referencedSubject(context, written)).toBe(name);
});

test('a diamond is read once, each schema after what it uses', async () => {
  const { client } = aRegistry();
  const reference = (subject: string) => ({ name: subject.toUpperCase(), subject, version: 1 });
  await fill(
    { client },
    {
      d: [aRecord('D', 'x')],
      b: [{ schema: aRecord('B', 'd:D'), references: [reference('d')] }],
      c: [{ schema: aRecord('C', 'd:D'), references: [reference('d')] }],
      a: [
        {
          schema: aRecord('A', 'b:B', 'c:C', 'd:D'),
          references: [reference('b'), reference('c'), reference('d')],
        },
      ],
    },
  );
  const side = { snapshot: await takeSnapshot(client), subject: 'a' };
  expect(await diffSchemaVersions({ from: side, to: side })).toMatchObject({
    identical: true,
    missingReferences: [],
  });
});

/** JSON Schemas that refer to each other, by subject. */
function aSnapshotOf(references: Readonly<Record<string, readonly string[]>>): Snapshot {
  const subjects = Object.entries(references).map(
    ([name, others]): SnapshotSubject => ({
      name,
      context: '.',
      subject: name,
      versions: [
        {
          ...{ version: 1, id: 1, deleted: false, schemaType: 'JSON', guid: name, bytes: 2 },
          references: others.map((subject) => ({ name: `${subject}.json`, subject, version: 1 })),
        },
      ],
    }),
  );
  const texts = { write: async () => {}, read: async () => '{}', close: async () => {} };
  return createSnapshot({ registry: 'made', subjects, texts });
}

test('a circle ends where it began', async () => {
  const snapshot = aSnapshotOf({ a: ['b', 'c'], b: ['a'], c: ['c'] });
  const side = { snapshot, subject: 'a' };
  expect(await diffSchemaVersions({ from: side, to: side })).toMatchObject({
    missingReferences: [],
  });
});

test('a chain of any length is followed', async () => {
  const chain = Array.from({ length: 3000 }, (_, number): [string, string[]] => [
    `s${number}`,
    [`s${number + 1}`],
  ]);
  const snapshot = aSnapshotOf(Object.fromEntries(chain));
  const side = { snapshot, subject: 's0' };
  const { missingReferences } = await diffSchemaVersions({ from: side, to: side });
  expect(missingReferences).toEqual(
    (['from', 'to'] as const).map((end) => ({
      side: end,
      from: { subject: 's2999', version: 1 },
      ...{ name: 's3000.json', subject: 's3000', version: 1 },
    })),
  );
});
