import { takeSnapshot } from '@srkit/snapshot';
import { expect, test } from 'vitest';
import { type ClearPlan, planClear, prepareClear } from '../../src/index.ts';
import { aGateway, anError, withoutContexts } from '../a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, overwrite } from '../a-registry.ts';

const names = (subjects: readonly { name: string }[]): string[] => subjects.map(({ name }) => name);
const requestsOf = ({ steps }: ClearPlan): string[] =>
  steps.map(
    ({ subject, version, permanent }) =>
      `${permanent ? 'for good ' : ''}${subject}${version === undefined ? '' : `/${version}`}`,
  );

test('what refers goes before what it refers to, across contexts', async () => {
  const { client } = aRegistry();
  await fill(client, {
    ':.b:base': [],
    ':.a:middle': [':.b:base'],
    ':.b:top': [':.a:middle', ':.b:base'],
    ':.c:other': [],
  });
  const plan = await prepareClear(client, ['a', '.b']);
  expect(requestsOf(plan)).toEqual([':.b:top', ':.a:middle', ':.b:base']);
  expect(plan).toMatchObject({
    registry: 'registry',
    permanent: false,
    contexts: [
      { name: '.a', exists: true, mode: 'READWRITE', subjects: 1, versions: 1, blocked: 0 },
      { name: '.b', exists: true, mode: 'READWRITE', subjects: 2, versions: 2, blocked: 0 },
    ],
    blocked: [],
    unknown: [],
  });
  expect(plan.subjects[0]).toEqual({
    name: ':.b:top',
    context: '.b',
    subject: 'top',
    versions: [1],
    softDeleted: [],
  });
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});

test('for good it takes two steps, and one where something is soft-deleted already', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:base': [], ':.a:top': [':.a:base'], ':.a:gone': [':.a:base'] });
  await client.subjects.delete(':.a:gone');
  const plan = await prepareClear(client, ['a'], { permanent: true });
  expect(requestsOf(plan)).toEqual([
    ':.a:top',
    ':.a:base',
    'for good :.a:gone',
    'for good :.a:top',
    'for good :.a:base',
  ]);
  expect((await prepareClear(client, ['a'])).subjects).toHaveLength(2);
});

test('what something outside refers to stays, and all that it refers to itself', async () => {
  const { client } = aRegistry();
  await fill(client, {
    ':.a:base': [],
    ':.a:shared': [':.a:base'],
    ':.a:free': [':.a:base'],
    ':.prod:user': [':.a:shared'],
  });
  const plan = await prepareClear(client, ['a']);
  expect(names(plan.subjects)).toEqual([':.a:free']);
  expect(plan.blocked).toEqual([
    {
      name: ':.a:base',
      context: '.a',
      subject: 'base',
      by: 'reference',
      reason: 'Referred to by :.a:shared version 1, which stays.',
      referencedBy: [{ subject: ':.a:shared', version: 1, deleted: false }],
      referrers: 1,
    },
    expect.objectContaining({
      name: ':.a:shared',
      referencedBy: [{ subject: ':.prod:user', version: 1, deleted: false }],
    }),
  ]);
  // Soft-deleted, it holds on to what it refers to only where that would go for good.
  await client.subjects.delete(':.prod:user');
  expect((await prepareClear(client, ['a'])).blocked).toEqual([]);
  const permanent = await prepareClear(client, ['a'], { permanent: true });
  expect(names(permanent.blocked)).toEqual([':.a:base', ':.a:shared']);
  expect(permanent.blocked[1]?.reason).toContain(':.prod:user version 1 (soft-deleted)');
});

test('subjects that refer to each other go version by version', async () => {
  const { client } = aRegistry();
  await client.versions.register(':.a:x', aRecord());
  await client.versions.register(':.b:y', aRecord(':.a:x'));
  await client.versions.register(':.a:x', aRecord([':.b:y', 1]));
  const plan = await prepareClear(client, ['a', 'b']);
  expect(requestsOf(plan)).toEqual([':.a:x/2', ':.b:y', ':.a:x']);
});

test('of a circle nothing goes, and it is said how it is resolved', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:x': [], ':.a:y': [':.a:x'], ':.a:z': [':.a:y'] });
  await overwrite(client, ':.a:x', 77, ':.a:y');
  const plan = await prepareClear(client, ['a'], { permanent: true });
  expect(plan.blocked.map(({ name, by }) => [name, by])).toEqual([
    [':.a:x', 'circle'],
    [':.a:y', 'circle'],
  ]);
  expect(plan.blocked[0]?.reason).toMatch(
    /:\.a:y version 1 refer to each other in a circle.*IMPORT/,
  );
  expect(names(plan.subjects)).toEqual([':.a:z']);
});

test('a subject that refers to itself goes as any other', async () => {
  const { client } = aRegistry();
  await client.versions.register(':.a:x', aRecord());
  await client.versions.register(':.a:x', aRecord([':.a:x', 1]));
  expect(requestsOf(await prepareClear(client, ['a']))).toEqual([':.a:x']);
});

test.each(['READONLY', 'READONLY_OVERRIDE'] as const)('in mode %s nothing goes', async (mode) => {
  const { client } = aRegistry();
  await fill(client, { ':.a:base': [], ':.b:top': [':.a:base'], ':.b:alone': [] });
  await client.mode.set(':.b:', mode);
  const plan = await prepareClear(client, ['a', 'b']);
  expect(plan.contexts.map((context) => context.mode)).toEqual(['READWRITE', mode]);
  expect(plan.steps).toEqual([]);
  expect(plan.blocked.map(({ name, by }) => [name, by])).toEqual([
    [':.a:base', 'reference'],
    [':.b:alone', 'mode'],
    [':.b:top', 'mode'],
  ]);
});

test('modes and aliases of a snapshot with configurations count', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:guarded': [], ':.a:free': [], ':.a:other': [] });
  await client.mode.set(':.__GLOBAL:', 'IMPORT', { force: true });
  await client.mode.set(':.a:guarded', 'READONLY');
  await client.config.update(':.a:other', { alias: 'free' });
  const snapshot = await takeSnapshot(client, {}, { detail: 'versions', includeConfigs: true });
  const plan = planClear(snapshot, ['a']);
  expect(plan.contexts[0]?.mode).toBe('IMPORT');
  expect(plan.blocked.map(({ name, by }) => [name, by])).toEqual([
    [':.a:guarded', 'mode'],
    [':.a:other', 'alias'],
  ]);
});

test.each([
  ['8.1.5', ':.prod:orders'],
  // It has aliases, and does not list them.
  ['7.5.0', ':.prod:orders'],
  ['7.5.0', 'other'],
])('in %s a name that stands for %s is not deleted', async (confluentVersion, alias) => {
  const { client } = aRegistry({ confluentVersion });
  await fill(client, { ':.prod:orders': [], ':.a:orders': [], ':.a:other': [] });
  await client.config.update(':.a:orders', { alias });
  const plan = await prepareClear(client, ['a']);
  expect(names(plan.subjects)).toEqual([':.a:other']);
  expect(plan.blocked).toMatchObject([
    {
      name: ':.a:orders',
      by: 'alias',
      reason: expect.stringContaining(alias.replace(/^o/, ':.a:o')),
    },
  ]);
});

test('the default context is cleared only when it is named', async () => {
  const { client } = aRegistry();
  await fill(client, { orders: [], ':.a:orders': [] });
  expect(names((await prepareClear(client, ['.'])).subjects)).toEqual(['orders']);
  expect(names((await prepareClear(client.inContext('a'), ['.'])).subjects)).toEqual(['orders']);
  const all = await prepareClear(client, ['a', '.', ':.a:']);
  expect(names(all.contexts)).toEqual(['.a', '.']);
});

test.each([
  [[], 'No context is named'],
  [undefined, 'No context is named'],
  ['a', 'No context is named'],
  [['*'], 'nothing stands for all of them'],
  [[':*:'], 'nothing stands for all of them'],
  [['.*'], 'nothing stands for all of them'],
  [['a', ''], 'not the name of a context'],
  [['a', undefined], 'is a string'],
  [['.__GLOBAL'], 'settings for every context'],
])('%j is refused, before anything is asked', async (contexts, message) => {
  const { registry } = aRegistry();
  const gateway = aGateway(registry);
  const through = aClient(registry, { fetch: gateway.fetch });
  const preparing = prepareClear(through, contexts as string[]);
  await expect(preparing).rejects.toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining(message),
  });
  expect(gateway.requests).toEqual([]);
});

test('a snapshot that cannot tell is refused, or the plan says what it does not know', async () => {
  const { client } = aRegistry();
  await fill(client, { ':.a:x': [], ':.b:y': [':.a:x'] });
  const namesOnly = await takeSnapshot(client, {}, { detail: 'names' });
  expect(() => planClear(namesOnly, ['a'])).toThrow(/detail 'versions'/);
  const live = await takeSnapshot(client, {}, { detail: 'versions' });
  expect(() => planClear(live, ['a'], { permanent: true })).toThrow(/includeDeleted/);
  const other = await takeSnapshot(client, { contexts: ['b'] }, { detail: 'versions' });
  expect(() => planClear(other, ['a'])).toThrow(/without \.a/);
  const own = await takeSnapshot(client, { contexts: ['a'] }, { detail: 'versions' });
  expect(planClear(own, ['a'])).toMatchObject({
    blocked: [],
    unknown: [expect.stringContaining('Only a part')],
  });
});

test('what could not be read is said', async () => {
  const { registry, client } = aRegistry();
  await fill(client, { ':.a:x': [], ':.a:base': [], ':.b:y': [':.a:x'] });
  const gateway = aGateway(registry, ({ path }) =>
    path === '/schemas' || path.startsWith('/subjects/:.b:y') ? anError(403, 40301) : undefined,
  );
  const plan = await prepareClear(aClient(registry, { fetch: gateway.fetch }), ['a']);
  expect(names(plan.subjects)).toEqual([':.a:base', ':.a:x']);
  expect(plan.unknown).toEqual([
    expect.stringMatching(/versions of :\.b:y .*the registry refuses/),
  ]);
});

test('a context that is not there is told, and nothing goes', async () => {
  const { client } = aRegistry();
  const plan = await prepareClear(client, ['typo']);
  expect(plan).toMatchObject({
    contexts: [{ name: '.typo', exists: false, subjects: 0 }],
    steps: [],
  });
});

test.each(Object.entries(withoutContexts))(
  '%s has its one place cleared, and no other',
  async (_, answer) => {
    const { registry, client } = aRegistry();
    await fill(client, { base: [], top: ['base'] });
    const gateway = aGateway(registry, answer);
    const through = aClient(registry, { fetch: gateway.fetch });
    expect(requestsOf(await prepareClear(through, ['.']))).toEqual(['top', 'base']);
    await expect(prepareClear(through, ['.', 'a'])).rejects.toMatchObject({
      code: 'contexts_unsupported',
    });
  },
);

test('a chain of 3,000 and a star of 3,000 are planned in no time and in order', async () => {
  const made = (targetsOf: (number: number) => number[]) =>
    Array.from({ length: 3000 }, (_, number) => ({
      name: `:.a:s${number}`,
      context: '.a',
      subject: `s${number}`,
      versions: [
        {
          version: 1,
          id: number,
          deleted: false,
          schemaType: 'AVRO' as const,
          guid: String(number),
          references: targetsOf(number).map((to) => ({ name: 'x', subject: `s${to}`, version: 1 })),
          bytes: 1,
        },
      ],
    }));
  const { createSnapshot } = await import('@srkit/snapshot');
  const chain = createSnapshot({ registry: 'r', subjects: made((number) => [number + 1]) });
  expect(names(planClear(chain, ['a']).subjects)[2999]).toBe(':.a:s2999');
  const star = createSnapshot({ registry: 'r', subjects: made((number) => (number ? [0] : [])) });
  const { steps } = planClear(star, ['a']);
  expect(steps.at(-1)).toMatchObject({ subject: ':.a:s0' });
  expect(steps.at(-1)?.after).toHaveLength(2999);
});
