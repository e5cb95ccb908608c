import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('get_subjects_by_schema_id', () => {
  it('finds every subject of the context that uses an id', async () => {
    const { call, registry } = await connectToRegistry();
    const schema = aRecord('R', 'a');
    const staging = registry.inContext('staging');
    const { id } = await staging.versions.register('a', { schema });
    await staging.versions.register('b', { schema });
    const answer = await call('get_subjects_by_schema_id', { id, context: 'staging' });
    expect(answer).toMatchObject({ context: '.staging', total: 2 });
    expect(answer['subjects']).toHaveLength(2);
    expect(answer['subjects']).toContainEqual({ subject: 'a', version: 1 });
    expect(answer['subjects']).toContainEqual({ subject: 'b', version: 1 });
  });

  it('counts soft-deleted uses only when asked', async () => {
    const { call, registry } = await connectToRegistry();
    const { id } = await registry.versions.register('a', { schema: aRecord('R', 'a') });
    await registry.subjects.delete('a');
    expect(await call('get_subjects_by_schema_id', { id })).toMatchObject({ subjects: [] });
    const answer = await call('get_subjects_by_schema_id', { id, deleted: true });
    expect(answer['subjects']).toEqual([{ subject: 'a', version: 1 }]);
  });
});
