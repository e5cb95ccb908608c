import { expect, test } from 'vitest';
import { compareSnapshots, takeSnapshot } from '../../src/index.ts';
import { aRecord, aRegistry, type Contents, fill, snapshotOf } from '../a-snapshot.ts';

const one = aRecord('One', 'a');
const two = aRecord('One', 'a', 'b');
const three = aRecord('One', 'a', 'b', 'c');

async function compare(source: Contents, target: Contents, options = {}) {
  return compareSnapshots(await snapshotOf(source), await snapshotOf(target), options);
}

async function differencesOf(source: Contents, target: Contents, options = {}) {
  const { subjects } = await compare(source, target, options);
  return subjects.map(({ source: name, state, differences }) => [
    name,
    state,
    differences.map(({ kind }) => kind),
  ]);
}

test('equal registries have no differences, and nothing has to change', async () => {
  const contents = { orders: [one, two], ':.staging:orders': [one] };
  expect(await compare(contents, contents)).toMatchObject({
    state: 'equal',
    ...{ subjects: [], changes: [], affected: [], unknown: [], everywhere: [] },
    summary: {
      ...{ differences: 0, otherIds: 0 },
      ...{ subjects: { equal: 2 }, versions: { equal: 3 }, contexts: { equal: 2 } },
    },
  });
});

test.each<[string, Contents, Contents, unknown]>([
  ['a subject that the target lacks', { orders: [one] }, {}, [['orders', 'only_in_source', []]]],
  ['a subject that the source lacks', {}, { orders: [one] }, [['orders', 'only_in_target', []]]],
  [
    'a version that the target lacks',
    { orders: [one, two] },
    { orders: [one] },
    [['orders', 'different', ['version_missing']]],
  ],
  [
    'a version that the source lacks',
    { orders: [one] },
    { orders: [one, two] },
    [['orders', 'different', ['version_extra']]],
  ],
  [
    'other content',
    { orders: [one, two] },
    { orders: [one, three] },
    [['orders', 'different', ['content']]],
  ],
  [
    'another order',
    { orders: [one, two] },
    { orders: [two, one] },
    [['orders', 'different', ['content', 'content']]],
  ],
  [
    'a context that the target lacks',
    { ':.a:orders': [one] },
    {},
    [[':.a:orders', 'only_in_source', []]],
  ],
  [
    'names that are no ordinary keys',
    { ['__proto__']: [one], constructor: [one, two], 'a/b %2F': [one] },
    { ['__proto__']: [one], constructor: [one], 'a/b %2F': [two] },
    [
      ['a/b %2F', 'different', ['content']],
      ['constructor', 'different', ['version_missing']],
    ],
  ],
])('finds %s', async (_, source, target, expected) => {
  expect(await differencesOf(source, target)).toEqual(expected);
});

test('a moved content is found where it stands now', async () => {
  const moved = await compare({ orders: [one, two, three] }, { orders: [two, one, three] });
  expect(moved.subjects).toMatchObject([
    {
      otherOrder: true,
      differences: [
        { kind: 'content', version: 1, differs: ['text'], atTargetVersion: 2, atSourceVersion: 2 },
        { kind: 'content', version: 2, differs: ['text'], atTargetVersion: 1, atSourceVersion: 1 },
      ],
    },
  ]);
  const added = await compare({ orders: [one, two] }, { orders: [two] });
  expect(added.subjects[0]?.otherOrder).toBe(undefined);
});

test('what differs of a content is told', async () => {
  const base = { schema: one };
  const { subjects } = await compare(
    {
      json: [base],
      metadata: [{ ...base, metadata: { properties: { owner: 'a' } } }],
      references: [
        { schema: '"string"', references: [{ name: 'r', subject: 'json', version: 1 }] },
      ],
      text: [base],
      type: [{ schema: '{"type":"string"}' }],
    },
    {
      json: [base],
      metadata: [{ ...base, metadata: { properties: { owner: 'b' } } }],
      references: [{ schema: '"string"' }],
      text: [{ schema: aRecord('One', 'b') }],
      type: [{ schema: '{"type":"string"}', schemaType: 'JSON' }],
    },
  );
  expect(
    subjects.map(({ source, differences: [first] }) => [
      source,
      first?.kind === 'content' && first.differs,
    ]),
  ).toEqual([
    ['metadata', ['metadata']],
    ['references', ['references']],
    ['text', ['text']],
    ['type', ['schema_type', 'text']],
  ]);
});

test('a difference of formatting only can be told or ignored', async () => {
  const json = (schema: string) => ({ schemaType: 'JSON', schema }) as const;
  const source = { orders: [json('{"type":"object","title":"Order"}')], sums: ['"int"'] };
  const target = { orders: [json('{"title":"Order","type":"object"}')], sums: ['"long"'] };
  const found = async (formatting?: 'compare' | 'tell' | 'ignore') => {
    const { subjects } = await compare(source, target, { formatting });
    return subjects.map(({ source: name, differences: [first] }) => [
      name,
      first?.kind === 'content' && first.differs,
    ]);
  };
  const sums = ['sums', ['text']];
  expect(await found()).toEqual([['orders', ['text']], sums]);
  expect(await found('tell')).toEqual([['orders', ['formatting']], sums]);
  expect(await found('ignore')).toEqual([sums]);
});

test('other ids are counted, and a difference only when they are asked for', async () => {
  const source = { a: [one], b: [two] };
  const target = { b: [two], a: [one] };
  expect(await compare(source, target)).toMatchObject({ state: 'equal', summary: { otherIds: 2 } });
  expect(await compare(source, target, { ids: true })).toMatchObject({
    state: 'different',
    summary: { otherIds: 2, differences: 2, byKind: { id: 2 } },
    subjects: [
      { differences: [{ kind: 'id', version: 1, source: 1, target: 2 }] },
      { differences: [{ kind: 'id', version: 1, source: 2, target: 1 }] },
    ],
    changes: [
      { action: 'replace_version', subject: 'a', id: 1, replaces: { id: 2 } },
      { action: 'replace_version', subject: 'b', id: 2, replaces: { id: 1 } },
    ],
  });
});

test('soft-deleted versions count where both snapshots have them', async () => {
  const { client } = aRegistry();
  await fill({ client }, { orders: [one, two], gone: [one] });
  const options = { includeDeleted: true };
  const before = await takeSnapshot(client, {}, options);
  await client.versions.delete('orders', 2);
  await client.subjects.delete('gone');
  const after = await takeSnapshot(client, {}, options);
  expect(await compareSnapshots(before, after)).toMatchObject({
    summary: { differences: 2, byKind: { deleted: 2 } },
    subjects: [
      {
        source: 'gone',
        differences: [{ kind: 'deleted', version: 1, source: false, target: true }],
      },
      { source: 'orders', differences: [{ kind: 'deleted', version: 2 }] },
    ],
    changes: [
      { action: 'register_version', subject: 'gone', version: 1 },
      { action: 'register_version', subject: 'orders', version: 2 },
    ],
  });
  expect((await compareSnapshots(after, before)).changes).toEqual([
    { action: 'delete_version', subject: 'orders', version: 2, permanent: false },
    { action: 'delete_version', subject: 'gone', version: 1, permanent: false },
  ]);
  const live = await takeSnapshot(client);
  const comparison = await compareSnapshots(live, after);
  expect(comparison).toMatchObject({ state: 'equal' });
  expect(comparison.notCompared).toContainEqual({ what: 'deleted', reason: expect.any(String) });
});

test('only some subjects, also under other names', async () => {
  const contents = { orders: [one, two], 'orders-v2': [one, three], customers: [one] };
  const snapshot = await snapshotOf(contents);
  const comparison = await compareSnapshots(snapshot, snapshot, {
    subjects: [{ source: 'orders', target: 'orders-v2' }, 'customers'],
  });
  expect(comparison).toMatchObject({
    summary: { differences: 1, subjects: { different: 1, equal: 1 } },
    subjects: [{ source: 'orders', target: 'orders-v2' }],
    changes: [
      { action: 'replace_version', subject: 'orders-v2', version: 2, from: { subject: 'orders' } },
    ],
  });
});

test('equal subjects are listed when they are asked for', async () => {
  const contents = { orders: [one] };
  const { subjects } = await compare(contents, contents, { includeEqual: true });
  expect(subjects).toMatchObject([{ source: 'orders', target: 'orders', state: 'equal' }]);
});

test('nothing that may be secret, and no text, stands in a comparison', async () => {
  const secret = { properties: { password: 'hunter2' }, sensitive: ['password'] };
  const { client } = aRegistry();
  await fill(
    { client },
    { orders: [{ schema: aRecord('Hidden', 'hiddenField'), metadata: secret }] },
  );
  await client.config.update('orders', { compatibility: 'FULL', defaultMetadata: secret });
  const options = { includeConfigs: true };
  const source = await takeSnapshot(client, {}, options);
  for (const target of [
    await snapshotOf({}, options),
    await snapshotOf({ orders: [one] }, options),
  ]) {
    for (const comparison of [
      await compareSnapshots(source, target),
      await compareSnapshots(target, source),
    ]) {
      expect(comparison.state).toBe('different');
      const written = JSON.stringify(comparison);
      expect(written).not.toContain('hunter2');
      expect(written).not.toContain('hiddenField');
    }
  }
});
