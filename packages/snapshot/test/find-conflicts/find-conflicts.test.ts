import { expect, test } from 'vitest';
import { findConflicts, takeSnapshot } from '../../src/index.ts';
import { aRecord, aRegistry, type Contents, fill, snapshotOf } from '../a-snapshot.ts';

const base = aRecord('One', 'a');
const withB = aRecord('One', 'a', 'b'); // without a default: not BACKWARD
const withC = aRecord('One', 'a', 'c');
const json = { schema: '{"type":"object"}', schemaType: 'JSON' } as const;

async function conflicts(source: Contents, target: Contents, options = {}) {
  const read = { includeConfigs: true };
  return findConflicts(await snapshotOf(source, read), await snapshotOf(target, read), options);
}

async function configured(
  contents: Contents,
  compatibility: 'BACKWARD' | 'FULL' | 'FORWARD_TRANSITIVE',
) {
  const { client } = aRegistry();
  await fill({ client }, contents);
  await client.config.updateGlobal({ compatibility });
  return takeSnapshot(client, {}, { includeConfigs: true });
}

test('equal registries have no conflicts', async () => {
  const contents = { orders: [base, withB], ':.a:orders': [base] };
  expect(await conflicts(contents, contents)).toMatchObject({
    conflicts: [],
    summary: { total: 0, subjects: 0 },
    unknownConflicts: [],
    unknown: [],
  });
});

test('an id with other content is a conflict in its own context only', async () => {
  const found = await conflicts(
    { a: [base], ':.one:x': ['"int"'] },
    { b: [withB], ':.two:x': ['"long"'] },
    { kinds: ['id'] },
  );
  expect(found.conflicts).toEqual([
    {
      kind: 'id',
      id: 1,
      context: '.',
      targetContext: '.',
      source: expect.objectContaining({ subject: 'a', version: 1, id: 1 }),
      target: expect.objectContaining({ subject: 'b', version: 1, id: 1 }),
      reason:
        'Id 1 is version 1 of a in the source, and version 1 of b in the target, with other content.',
    },
  ]);
  expect(
    await conflicts(
      { ':.one:x': ['"int"'] },
      { ':.two:x': ['"long"'] },
      { kinds: ['id'], contexts: [{ source: 'one', target: 'two' }] },
    ),
  ).toMatchObject({ conflicts: [{ id: 1, context: '.one', targetContext: '.two' }] });
});

test('a version with other content', async () => {
  const found = await conflicts({ orders: [base, withB] }, { orders: [base, withC] });
  expect(found).toMatchObject({
    conflicts: [
      {
        kind: 'version',
        version: 2,
        differs: ['text'],
        reason: 'Version 2 of orders has other content in the target: other text.',
      },
      { kind: 'id', id: 2 },
    ],
    summary: { total: 2, byKind: { version: 1, id: 1, incompatible: 0 }, subjects: 1 },
  });
});

test('newest versions of two types', async () => {
  const found = await conflicts({ orders: [base] }, { orders: [json] }, { kinds: ['schema_type'] });
  expect(found.conflicts).toMatchObject([
    { reason: 'The newest version of orders is AVRO in the source, and JSON in the target.' },
  ]);
});

test.each<[string, Contents, Contents, 'BACKWARD' | 'FULL' | 'FORWARD_TRANSITIVE', object[]]>([
  [
    'that go separate ways',
    { orders: [base, withB] },
    { orders: [base, withC] },
    'BACKWARD',
    [
      {
        relation: 'diverged',
        level: 'BACKWARD',
        levelSource: 'context',
        sourceAfterTarget: { compatible: false, totalReasons: 1 },
        targetAfterSource: { compatible: false },
      },
    ],
  ],
  [
    'of which the source is ahead, and may not follow',
    { orders: [base, withB] },
    { orders: [base] },
    'FULL',
    [{ relation: 'target_behind', sourceAfterTarget: { compatible: false } }],
  ],
  [
    'of which the source is ahead, and may follow',
    { orders: [base, aRecord('One')] },
    { orders: [base] },
    'BACKWARD',
    [],
  ],
  ['of which the target is ahead', { orders: [base] }, { orders: [base, withB] }, 'FULL', []],
  [
    'of which only an older one does not fit',
    { orders: [aRecord('One')] },
    { orders: [base, aRecord('Other')] },
    'FORWARD_TRANSITIVE',
    [{ sourceAfterTarget: { reasons: [{ version: 2 }, { version: 1 }] } }],
  ],
])('newest versions %s', async (_, source, target, level, expected) => {
  const found = await findConflicts(await snapshotOf(source), await configured(target, level), {
    kinds: ['incompatible'],
  });
  expect(found.conflicts).toMatchObject(expected);
  expect(found.unknownConflicts).toEqual([]);
});

test('the level is assumed where configurations were not read, and that is said', async () => {
  const [source, target] = [
    await snapshotOf({ orders: [withB] }),
    await snapshotOf({ orders: [base] }),
  ];
  const { conflicts: found } = await findConflicts(source, target, { kinds: ['incompatible'] });
  expect(found).toMatchObject([{ level: 'BACKWARD', levelSource: 'assumed' }]);
  expect(found[0]?.reason).toContain('assumed');
  expect(found[0]?.reason).toContain("The field 'b'");
});

test('references of the source are followed while newest versions are compared', async () => {
  const uses = (schema: string) => ({
    schema,
    references: [{ name: 'One', subject: 'one', version: 1 }],
  });
  const wrapped = (name: string, type: string) =>
    JSON.stringify({ type: 'record', name, fields: [{ name: 'x', type }] });
  const found = await findConflicts(
    await snapshotOf({ one: [base], orders: [uses(wrapped('W', 'One'))] }),
    await configured({ one: [base], orders: [wrapped('W', 'string')] }, 'BACKWARD'),
    { kinds: ['incompatible'] },
  );
  expect(found.conflicts).toMatchObject([
    { subject: 'orders', sourceAfterTarget: { compatible: false } },
  ]);
});

test('what a version refers to is missing, or is something else', async () => {
  const refers = (subject: string) => ({
    schema: '["null","One"]',
    references: [{ name: 'One', subject, version: 1 }],
  });
  const source: Contents = {
    ':.shared:one': [base],
    ':.shared:other': [base],
    orders: ['"string"', refers(':.shared:one')],
    payments: [refers(':.shared:other')],
    one: [base],
    late: [refers('one')],
  };
  const found = await conflicts(
    source,
    { orders: ['"string"'], ':.shared:other': [withB] },
    { contexts: ['.'] },
  );
  expect(found.conflicts.filter(({ kind }) => kind !== 'id')).toMatchObject([
    {
      kind: 'reference_content',
      subject: 'payments',
      version: 1,
      refersTo: { subject: ':.shared:other', version: 1 },
      inSource: true,
    },
    {
      kind: 'reference_missing',
      subject: 'orders',
      version: 2,
      refersTo: { subject: ':.shared:one', version: 1 },
      reason:
        'Version 2 of orders refers to version 1 of :.shared:one, which the target does not have. Register that first.',
    },
  ]);
});

test('a text that cannot be read makes a check unknown, not the others', async () => {
  const source = await snapshotOf({ orders: [withB], sums: ['"int"'] }, { detail: 'versions' });
  const target = await configured({ orders: [base], sums: ['"string"'] }, 'BACKWARD');
  const found = await findConflicts(source, target, { kinds: ['incompatible', 'version'] });
  expect(found.summary).toMatchObject({ byKind: { version: 2, incompatible: 0 } });
  expect(found.unknownConflicts).toMatchObject([
    { subject: 'orders', reason: expect.stringContaining('text') },
    { subject: 'sums' },
  ]);
});
