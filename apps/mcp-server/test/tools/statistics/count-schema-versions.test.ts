import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('count_schema_versions', () => {
  it('counts live and softly deleted versions', async () => {
    const { call, registry } = await connectToRegistry();
    for (const fields of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      await registry
        .inContext('staging')
        .versions.register('orders', { schema: aRecord('R', ...fields) });
    }
    await registry.inContext('staging').versions.delete('orders', 2);
    expect(await call('count_schema_versions', { subject: 'orders', context: 'staging' })).toEqual({
      context: '.staging',
      subject: 'orders',
      total_versions: 2,
      soft_deleted_versions: 1,
      versions: [1, 3],
      total: 2,
    });
    await registry.inContext('staging').subjects.delete('orders');
    expect(await call('count_schema_versions', { subject: ':.staging:orders' })).toMatchObject({
      total_versions: 0,
      soft_deleted_versions: 3,
      versions: [],
    });
  });

  it('says that there is no such subject', async () => {
    const { call } = await connectToRegistry();
    const { error } = await call('count_schema_versions', { subject: 'none' });
    expect(error).toMatchObject({ code: 'subject_not_found' });
  });
});
