import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';
import { aSlowRegistry } from '../../slow-registry.ts';

async function filled() {
  const connected = await connectToRegistry();
  const { call } = connected;
  await call('register_schema', { subject: 'orders', schema: aRecord('R', 'a') });
  await call('register_schema', { subject: 'orders', schema: aRecord('R', 'a', 'b') });
  await call('register_schema', { subject: 'old', schema: aRecord('R', 'a') });
  await call('delete_subject', { subject: 'old' });
  const schema = '{"type":"object"}';
  await call('register_schema', { subject: 'p', context: 'staging', schema, schema_type: 'JSON' });
  return connected;
}

describe('get_registry_statistics', () => {
  it('says how much there is, by context and by type', async () => {
    const { call } = await filled();
    const answer = await call('get_registry_statistics');
    expect(answer).toMatchObject({
      context: '*',
      total_contexts: 2,
      total_schemas: 2,
      total_versions: 3,
      avg_versions_per_schema: 1.5,
      soft_deleted_subjects: 1,
      soft_deleted_versions: 1,
      distinct_contents: 3,
      types: [
        { schema_type: 'AVRO', total_schemas: 1, total_versions: 2 },
        { schema_type: 'JSON', total_schemas: 1, total_versions: 1 },
      ],
      contexts: [
        { context: '.', total_schemas: 1, total_versions: 2 },
        { context: '.staging', total_schemas: 1, total_versions: 1 },
      ],
      largest: [{ subject: 'orders', version: 2 }, {}, { subject: ':.staging:p', bytes: 17 }],
      most_versions: [{ subject: 'orders', total_versions: 2 }, {}],
      references: { total_references: 0 },
      growth: [{ versions: 3, subjects: 2, total_versions: 3, total_subjects: 2 }],
      versions_without_time: 0,
      total: 2,
    });
    expect(Math.abs(Date.now() - Date.parse(String(answer['read_at'])))).toBeLessThan(60_000);
    expect(answer).not.toHaveProperty('unknown');
    expect(answer).not.toHaveProperty('settings');
  });

  it('counts one context, its settings too when asked', async () => {
    const { call } = await filled();
    await call('update_subject_config', { subject: ':.staging:p', compatibility: 'FULL' });
    const written = { context: 'staging', configs: true, top: 0 };
    expect(await call('get_registry_statistics', written)).toMatchObject({
      context: '.staging',
      total_contexts: 1,
      total_schemas: 1,
      largest: [],
      settings: {
        subjects_with_config: 1,
        compatibility_levels: [{ level: 'FULL', subjects: 1 }],
      },
    });
  });

  it('agrees with count_schemas', async () => {
    const { call } = await filled();
    const { types: _types, contexts: _contexts, ...counted } = await call('count_schemas');
    expect(await call('get_registry_statistics')).toMatchObject(counted);
  });

  it('says what it could not read, and does not count it', async () => {
    const slow = await aSlowRegistry(4, 0);
    slow.slow(0, { kind: 'error', status: 500, errorCode: 50001, route: '/subjects/s0/versions' });
    const { call } = await connectToRegistry({}, slow.settings);
    expect(await call('get_registry_statistics')).toMatchObject({
      total_versions: 3,
      contexts: [{ context: '.', incomplete: true }, { context: '.staging' }],
      unknown: [{ what: 'versions', subject: 's0', reason: expect.any(String) }],
      total_unknown: 1,
    });
  });
});
