import type { RegisterSchemaRequest } from '@srkit/registry-protocol';
import { describe, expect, it } from 'vitest';
import {
  analyzeSubjectEvolution,
  createSnapshot,
  type EvolutionCandidate,
  planSubjectEvolution,
  type Snapshot,
  type SubjectStepSequence,
  takeSnapshot,
} from '../src/index.ts';
import { aRecord, aRegistry, type Contents, fill, snapshotOf } from './a-snapshot.ts';

const withConfigs = { includeConfigs: true };

const proto = (text: string) => ({
  schemaType: 'PROTOBUF' as const,
  schema: `syntax = "proto3"; ${text}`,
});
const json = (schema: object) => ({ schemaType: 'JSON' as const, schema: JSON.stringify(schema) });
const closed = (properties: object, ...required: string[]) =>
  json({
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  });

/** Subjects that do not go on with their target at once: what is there, and what is to be. */
const cases: readonly [string, readonly RegisterSchemaRequest[], EvolutionCandidate][] = [
  [
    'orders-value',
    [{ schema: aRecord('Order', 'id') }],
    { schema: aRecord('Order', 'id', 'total:long') },
  ],
  [
    'orders-value',
    [{ schema: aRecord('Order', 'id:int', 'note') }],
    { schema: aRecord('Order', 'id:string') },
  ],
  [
    ':.shop:users-value',
    [{ schema: aRecord('User', 'user_name') }],
    { schema: aRecord('Customer', 'username', 'age:int') },
  ],
  [
    'events-value',
    [{ schema: aRecord('Event', 'a') }, { schema: aRecord('Event', 'a', 'b') }],
    { schema: aRecord('Event', 'a:int', 'b:int') },
  ],
  [
    'prices-value',
    [closed({ a: { type: 'integer' } })],
    closed({ a: { type: 'integer' }, b: { type: 'string' } }, 'b'),
  ],
  ['prices-value', [closed({ a: { type: 'integer' } })], closed({ a: { type: 'string' } })],
  [
    'paths-value',
    [proto('message M { int32 a = 1; }')],
    proto('message M { string a = 1; int32 b = 2; }'),
  ],
  [
    'paths-value',
    [proto('message M { oneof o { int32 a = 1; int32 b = 2; } }')],
    proto('message M { oneof o { int32 a = 1; } }'),
  ],
];

const levels = [
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;

describe('planSubjectEvolution', () => {
  it.for(levels)('gives steps that a registry takes one after another under %s', async (level) => {
    let registered = 0;
    for (const [subject, versions, target] of cases) {
      const open = async () => {
        const { client } = aRegistry();
        await fill({ client }, { [subject]: versions });
        await client.config.update(subject, { compatibility: level });
        return client;
      };
      const client = await open();
      const snapshot = await takeSnapshot(client, {}, withConfigs);
      const { plan, levelSource, unknown } = await planSubjectEvolution(snapshot, subject, target);
      expect([levelSource, unknown]).toEqual(['subject', []]);
      const registerAll = async (
        { steps }: SubjectStepSequence,
        at: Awaited<ReturnType<typeof open>>,
      ) => {
        for (const { version, schema, references } of steps) {
          const { schemaType = 'AVRO' } = target;
          await at.versions.register(subject, { schema, schemaType, references: [...references] });
          expect(await at.versions.list(subject)).toHaveLength(version);
          registered += 1;
        }
      };
      await registerAll(plan, client);
      if (plan.keepingData) await registerAll(plan.keepingData, await open());
      if (plan.reaches) {
        expect(
          await client.compatibility.check(subject, {
            schema: target.schema,
            schemaType: target.schemaType ?? 'AVRO',
          }),
        ).toMatchObject({ compatible: true });
      }
    }
    expect(registered).toBeGreaterThan(5);
  });

  it('gives each step the references to register it with', async () => {
    const user = { subject: 'user', version: 1, name: 'User' };
    const schema = (...fields: [string, string][]) =>
      JSON.stringify({
        type: 'record',
        name: 'Order',
        fields: fields.map(([name, type]) => ({ name, type })),
      });
    const { client } = aRegistry({ compatibilityLevel: 'BACKWARD' });
    await fill(
      { client },
      {
        user: [aRecord('User', 'name')],
        orders: [{ schema: schema(['by', 'User']), references: [user] }],
      },
    );
    const snapshot = await takeSnapshot(client, {}, withConfigs);
    const target = { schema: schema(['by', 'User'], ['id', 'int']), references: [user] };
    const { plan, levelSource } = await planSubjectEvolution(snapshot, 'orders', target);
    expect([levelSource, plan.reaches]).toEqual(['context', true]);
    expect(plan.steps.map(({ references }) => references)).toEqual([[user], [user]]);
    for (const { schema, references } of plan.steps) {
      await client.versions.register('orders', { schema, references: [...references] });
    }
    expect(await client.versions.list('orders')).toEqual([1, 2, 3]);
  });

  it('asks for a level where nobody knows it', async () => {
    const snapshot = await snapshotOf({ orders: [aRecord('Order', 'id')] });
    const target = { schema: aRecord('Order', 'id', 'total') };
    await expect(planSubjectEvolution(snapshot, 'orders', target)).rejects.toMatchObject({
      code: 'invalid_argument',
      message: expect.stringContaining("Name one as 'level'"),
    });
    const { plan, ...facts } = await planSubjectEvolution(snapshot, 'orders', target, {
      level: 'FULL',
    });
    expect(facts).toEqual({
      registry: snapshot.registry,
      context: '.',
      subject: 'orders',
      level: 'FULL',
      levelSource: 'given',
      unknown: [],
    });
    expect([plan.reaches, plan.steps.length]).toEqual([true, 2]);
  });
});

describe('analyzeSubjectEvolution', () => {
  const contents: Contents = {
    ':.shop:orders': [aRecord('Order', 'id'), aRecord('Order', 'id', 'total')],
  };
  const candidate = { schema: aRecord('Order', 'id') };

  it.for([
    ['subject', ':.shop:orders'],
    ['context', ':.shop:'],
    ['everywhere', ':.__GLOBAL:'],
  ] as const)('goes by the level of the %s', async ([source, owner]) => {
    const { client } = aRegistry();
    await fill({ client }, contents);
    await client.config.update(owner, { compatibility: 'FORWARD' });
    const snapshot = await takeSnapshot(client, {}, withConfigs);
    const { analysis, ...facts } = await analyzeSubjectEvolution(
      snapshot,
      ':.shop:orders',
      candidate,
    );
    expect(facts).toMatchObject({
      context: '.shop',
      level: 'FORWARD',
      levelSource: source,
      unknown: [],
    });
    expect([analysis.verdict, analysis.sameAs, analysis.latest]).toEqual(['refused', [1], 2]);
  });

  it('says that the level is unknown, and what every level would say', async () => {
    const snapshot = await snapshotOf(contents);
    const { analysis, level, levelSource, unknown } = await analyzeSubjectEvolution(
      snapshot,
      ':.shop:orders',
      candidate,
    );
    expect([level, levelSource, analysis.verdict]).toEqual([undefined, 'unknown', 'unknown']);
    expect(unknown).toEqual([expect.stringContaining('The level in force: ')]);
    expect([analysis.levels.BACKWARD, analysis.levels.FORWARD]).toEqual(['accepted', 'refused']);
  });

  it('leaves out versions that are soft-deleted or of another compatibility group', async () => {
    const { client } = aRegistry();
    const major = (value: string) => ({ properties: { major: value } });
    await fill(
      { client },
      {
        orders: [
          aRecord('Order', 'a'),
          { schema: aRecord('Order', 'b'), metadata: major('1') },
          { schema: aRecord('Order', 'c'), metadata: major('2') },
        ],
      },
    );
    await client.versions.delete('orders', 1);
    await client.config.update('orders', {
      compatibility: 'FULL_TRANSITIVE',
      compatibilityGroup: 'major',
    });
    const snapshot = await takeSnapshot(client, {}, { ...withConfigs, includeDeleted: true });
    const ask = async (value: string) => {
      const next = { schema: aRecord('Order', 'b'), metadata: major(value) };
      const { analysis } = await analyzeSubjectEvolution(snapshot, 'orders', next);
      return [analysis.verdict, analysis.versions.map(({ version }) => version)];
    };
    expect(await ask('1')).toEqual(['accepted', [2]]);
    expect(await ask('2')).toEqual(['refused', [3]]);
  });

  it('never takes what it could not read for compatible', async () => {
    const snapshot = await snapshotOf(contents, withConfigs);
    const broken = (unreadable: Snapshot['unreadable'], drop?: number) =>
      createSnapshot({
        ...snapshot,
        texts: {
          write: async () => {},
          read: (guid) => snapshot.texts.read(guid),
          close: async () => {},
        },
        unreadable,
        subjects: snapshot.subjects.map((subject) => ({
          ...subject,
          versions: subject.versions.filter(({ version }) => version !== drop),
        })),
      });
    const name = ':.shop:orders';
    const reason = 'The registry timed out.';
    const options = { level: 'BACKWARD' as const };
    const newest = await analyzeSubjectEvolution(
      broken([{ what: 'schema', subject: name, version: 2, reason }], 2),
      name,
      candidate,
      options,
    );
    expect([newest.analysis.verdict, newest.analysis.latest, newest.unknown]).toEqual([
      'unknown',
      2,
      [`Version 2: ${reason}`],
    ]);
    const list = broken([{ what: 'versions', subject: name, reason }]);
    const listed = await analyzeSubjectEvolution(list, name, candidate, options);
    expect([listed.analysis.verdict, listed.unknown]).toEqual([
      'unknown',
      [`Whether it has more versions: ${reason}`],
    ]);
    const { plan } = await planSubjectEvolution(list, name, candidate, options);
    expect([plan.reaches, plan.steps, plan.unreachable?.proven]).toEqual([false, [], false]);
  });

  it('refuses what it cannot answer', async () => {
    const snapshot = await snapshotOf(contents);
    const name = ':.shop:orders';
    await expect(
      analyzeSubjectEvolution(snapshot, ':.shop:order', candidate),
    ).rejects.toMatchObject({ code: 'subject_not_found' });
    await expect(analyzeSubjectEvolution(snapshot, name, { schema: '{' })).rejects.toMatchObject({
      code: 'invalid_schema',
    });
    const references = [{ name: 'X', subject: 'x', version: 1 }];
    await expect(
      analyzeSubjectEvolution(snapshot, name, { ...candidate, references }),
    ).rejects.toMatchObject({ code: 'reference_not_found' });
    const signal = AbortSignal.abort();
    await expect(
      analyzeSubjectEvolution(snapshot, name, candidate, { signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
    const names = await snapshotOf(contents, { detail: 'versions' });
    await expect(analyzeSubjectEvolution(names, name, candidate)).rejects.toMatchObject({
      code: 'text_unknown',
    });
  });
});
