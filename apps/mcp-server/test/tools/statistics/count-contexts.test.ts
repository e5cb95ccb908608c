import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('count_contexts', () => {
  it('counts the contexts and names them, the default one first', async () => {
    const { call, registry, requests } = await connectToRegistry();
    const schema = aRecord('R', 'a');
    for (const context of ['staging', 'prod']) {
      await registry.inContext(context).versions.register('a', { schema });
    }
    expect(await call('count_contexts')).toEqual({
      total_contexts: 3,
      contexts: ['.', '.prod', '.staging'],
      total: 3,
    });
    expect(requests).toHaveLength(1);
    expect(await call('count_contexts', { limit: 2 })).toMatchObject({
      total_contexts: 3,
      contexts: ['.', '.prod'],
      next_offset: 2,
    });
  });
});
