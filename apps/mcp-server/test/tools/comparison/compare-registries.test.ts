import { describe, expect, it } from 'vitest';
import { anotherRecord, aRecord, aSetting, connect, connectToRegistry } from '../../connect.ts';
import { aSlowRegistry } from '../../slow-registry.ts';
import { connectToTwo } from './two-registries.ts';

describe('compare_registries', () => {
  it('finds what was planted, and nothing else', async () => {
    const { call, staging, production } = await connectToTwo();
    for (let number = 0; number < 20; number += 1) {
      for (const client of [staging, production]) {
        await client.versions.register(`same-${number}`, { schema: aRecord(`R${number}`, 'a') });
        await client.versions.register(`:.eu:same-${number}`, { schema: '"string"' });
      }
    }
    await staging.versions.register('same-1', { schema: aRecord('R1', 'a', 'b') });
    await staging.versions.register('only-staging', { schema: '"int"' });
    await production.versions.register('only-production', { schema: '"long"' });
    await staging.versions.register('other', { schema: aRecord('O', 'a') });
    await production.versions.register('other', { schema: anotherRecord('O') });
    await production.config.update('same-2', { compatibility: 'FULL' });
    await staging.mode.set(':.eu:same-3', 'READONLY');

    const answer = await call('compare_registries');
    expect(answer).toMatchObject({
      source: 'staging',
      target: 'production',
      state: 'different',
      total_differences: 6,
      by_kind: {
        version_missing: 1,
        subject_missing: 1,
        subject_extra: 1,
        content: 1,
        config: 1,
        mode: 1,
      },
      subject_counts: { equal: 37, different: 4, only_in_source: 1, only_in_target: 1, unknown: 0 },
      total: 6,
    });
    expect(answer['subjects']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: 'only-production', state: 'only_in_target' }),
        expect.objectContaining({
          subject: 'same-2',
          differences: [
            {
              kind: 'config',
              own: 'target',
              fields: [{ field: 'compatibilityLevel', target: 'FULL' }],
            },
          ],
        }),
      ]),
    );
    expect(answer).not.toHaveProperty('changes');
    const { changes, total_changes } = await call('compare_registries', { changes: true });
    expect(changes).toHaveLength(total_changes as number);
  });

  it('turns around with its sides', async () => {
    const { call, staging } = await connectToTwo();
    await staging.versions.register('a', { schema: '"int"' });
    expect(await call('compare_registries', { target: 'staging' })).toMatchObject({
      source: 'production',
      target: 'staging',
      subjects: [{ subject: 'a', state: 'only_in_target' }],
    });
  });

  it('says equal of two that are', async () => {
    const { call } = await connectToTwo();
    expect(await call('compare_registries')).toMatchObject({
      state: 'equal',
      total_differences: 0,
      subjects: [],
    });
  });

  it('compares with none that is down: it is an error, and not empty', async () => {
    const { call } = await connect({
      registries: {
        here: aSetting('here'),
        down: { url: 'http://down.test', fetch: async () => Promise.reject(new TypeError('no')) },
      },
    });
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    const { error } = await call('compare_registries');
    expect(error).toMatchObject({ code: 'connection_failed', registry: 'down' });
  });

  it('says what it could not read of one that fails in the middle, and takes it for nothing', async () => {
    const slow = await aSlowRegistry(4, 0);
    const { call } = await connect({
      registries: { whole: aSetting('whole'), broken: { ...slow.settings, retry: false } },
    });
    for (const subject of ['s0', ':.staging:s1', 's2', ':.staging:s3']) {
      const schema = aRecord(`R${subject.at(-1)}`, 'a');
      await call('register_schema', { registry: 'whole', subject, schema });
    }
    slow.slow(0, { kind: 'error', status: 500, errorCode: 50001, route: '/subjects/s0/versions' });
    const answer = await call('compare_registries', { configs: false });
    expect(answer).toMatchObject({
      state: 'unknown',
      total_differences: 0,
      subject_counts: { equal: 3, unknown: 1, only_in_source: 0 },
      subjects: [{ subject: 's0', state: 'unknown' }],
      unknown: [{ side: 'target', what: 'versions', subject: 's0' }],
    });
  });

  it('asks which, where there are three, and refuses one with itself', async () => {
    const { call } = await connect({
      registries: { a: aSetting('a'), b: aSetting('b'), c: aSetting('c') },
    });
    const { error } = await call('compare_registries');
    expect(error).toMatchObject({ code: 'invalid_arguments' });
    expect(error.message).toContain('b, c');
    const same = await call('compare_registries', { source: 'b', target: 'b' });
    expect(same.error.message).toContain('compare_contexts_across_registries');
    const alone = await connectToRegistry();
    expect((await alone.call('compare_registries')).error.code).toBe('invalid_arguments');
  });
});
