import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('get_schema_by_id', () => {
  it('reads the schema of an id of the context', async () => {
    const { call, registry } = await connectToRegistry();
    const here = aRecord('Here', 'a');
    const there = aRecord('There', 'a');
    const { id } = await registry.versions.register('a', { schema: here });
    const other = await registry.inContext('staging').versions.register('a', { schema: there });
    expect(other.id).toBe(id);
    expect(await call('get_schema_by_id', { id })).toMatchObject({
      id,
      context: '.',
      schema: here,
    });
    const answer = await call('get_schema_by_id', { id: String(id), context: 'staging' });
    expect(answer).toMatchObject({ context: '.staging', schema: there });
  });

  it('points to the contexts when there is no such id', async () => {
    const { call } = await connectToRegistry();
    const { error } = await call('get_schema_by_id', { id: 42 });
    expect(error).toMatchObject({ code: 'schema_not_found' });
    expect(error.next).toContain('list_contexts');
  });
});
