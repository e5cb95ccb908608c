import { randomUUID } from 'node:crypto';
import { createRegistryClient } from '@srkit/registry-client';
import { schemaGuid } from '@srkit/registry-protocol';
import { expect, test } from 'vitest';
import {
  compareSnapshots,
  dependencyGraph,
  registryStatistics,
  takeSnapshot,
} from '../../src/index.ts';

const url = process.env['REGISTRY_URL'] ?? '';
const client = createRegistryClient({ url, timeoutMs: 30_000, cache: false });
const { vendor } = await client.probe();
const run = `srkit-${randomUUID().slice(0, 8)}`;

const money = JSON.stringify({
  type: 'record',
  name: 'Money',
  namespace: run.replace('-', '.r'),
  fields: [{ name: 'amount', type: 'long' }],
});
const invoice = JSON.stringify({
  type: 'record',
  name: 'Invoice',
  fields: [{ name: 'total', type: `${run.replace('-', '.r')}.Money` }],
});
const [first, second, third] = [['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) =>
  JSON.stringify({
    type: 'record',
    name: 'Order',
    fields: names.map((name) => ({ name, type: 'string', default: '' })),
  }),
) as [string, string, string];

test('a snapshot has what is there, whoever made the registry', async () => {
  const [order, gone, money1] = [`${run}-order`, `${run}-gone`, `${run}-money`];
  for (const schema of [first, second, third]) await client.versions.register(order, { schema });
  await client.versions.register(gone, { schema: '"string"' });
  await client.versions.register(money1, { schema: money });
  const references = [{ name: `${run.replace('-', '.r')}.Money`, subject: money1, version: 1 }];
  await client.versions.register(`${run}-invoice`, { schema: invoice, references });
  await client.config.update(order, { compatibility: 'FULL' });
  await client.versions.delete(order, 2);
  await client.subjects.delete(gone);

  for (const includeDeleted of [false, true]) {
    const snapshot = await takeSnapshot(
      client,
      { subjectPrefix: run },
      { includeDeleted, includeConfigs: true },
    );
    // Apicurio lists the versions of a soft-deleted subject, and gives none of them out.
    const isHidden = includeDeleted && vendor === 'apicurio';
    expect(snapshot.changedWhileRead).toBe(false);
    expect(snapshot.unreadable).toMatchObject(
      isHidden ? [{ what: 'schema', subject: gone, version: 1 }] : [],
    );
    const seen = snapshot.subjects.map(({ name, config, versions }) => ({
      name,
      level: config?.compatibilityLevel,
      versions: versions.map(({ version, deleted }) => (deleted ? -version : version)),
    }));
    expect(seen).toEqual([
      ...(includeDeleted ? [{ name: gone, level: undefined, versions: isHidden ? [] : [-1] }] : []),
      { name: `${run}-invoice`, level: undefined, versions: [1] },
      { name: money1, level: undefined, versions: [1] },
      { name: order, level: 'FULL', versions: includeDeleted ? [1, -2, 3] : [1, 3] },
    ]);
    for (const { name, versions } of snapshot.subjects) {
      for (const { version, guid, references: found, id, schemaType } of versions) {
        const schema = await snapshot.texts.read(guid);
        const told = await client.versions.get(name, version, { deleted: true });
        expect({ id, schemaType, schema }).toEqual({
          id: told.id,
          schemaType: told.schemaType ?? 'AVRO',
          schema: told.schema,
        });
        expect(found).toEqual(name.endsWith('invoice') ? references : []);
        if (vendor !== 'confluent') continue;
        expect(guid).toBe(schemaGuid({ schema, references: found }));
      }
    }
  }
});

test('everything can be read', async () => {
  const snapshot = await takeSnapshot(client, {}, { includeConfigs: true });
  expect(snapshot.unreadable).toEqual([]);
  expect(snapshot.subjects.map(({ name }) => name)).toContain(`${run}-order`);
});

test('statistics, graph and comparison are the same through the fallbacks', async () => {
  const snapshot = await takeSnapshot(client, { subjectPrefix: run });
  expect(registryStatistics(snapshot)).toMatchObject({
    totalSubjects: 3,
    totalVersions: 4,
    schemaTypes: [{ schemaType: 'AVRO', subjects: 3, versions: 4 }],
    references: { totalReferences: 1, dangling: 0 },
    mostVersions: [{ subject: `${run}-order`, versions: 2 }, {}, {}],
    unknown: [],
  });
  expect(dependencyGraph(snapshot)).toMatchObject({
    roots: [{ subject: `${run}-invoice`, version: 1 }],
    leaves: [{ subject: `${run}-money`, version: 1 }],
  });
  const again = await takeSnapshot(client, { subjectPrefix: run });
  expect(await compareSnapshots(snapshot, again)).toMatchObject({ state: 'equal' });
});
