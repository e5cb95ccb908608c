import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('get_schema_versions', () => {
  it('lists live versions, and the soft-deleted ones when asked', async () => {
    const { call, registry } = await connectToRegistry();
    for (const fields of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      await registry.versions.register('orders', { schema: aRecord('R', ...fields) });
    }
    await registry.versions.delete('orders', 2);
    const live = await call('get_schema_versions', { subject: 'orders' });
    expect(live).toEqual({ context: '.', subject: 'orders', versions: [1, 3], total: 2 });
    expect(await call('get_schema_versions', { subject: 'orders', deleted: true })).toMatchObject({
      versions: [1, 2, 3],
      soft_deleted_versions: [2],
    });
  });

  it('says that there is no such subject', async () => {
    const { call } = await connectToRegistry();
    const { error } = await call('get_schema_versions', { subject: 'none' });
    expect(error).toMatchObject({ code: 'subject_not_found', error_code: 40401, retryable: false });
    expect(error.next).toContain('list_subjects');
  });
});
