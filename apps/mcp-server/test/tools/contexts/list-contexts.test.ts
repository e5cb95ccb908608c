import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('list_contexts', () => {
  it('lists every context with the number of its subjects, the default one first', async () => {
    const { call, registry } = await connectToRegistry({}, { context: 'staging' });
    const schema = aRecord('R', 'a');
    await registry.inContext('staging').versions.register('a', { schema });
    await registry.inContext('staging').versions.register('b', { schema });
    expect(await call('list_contexts')).toEqual({
      total_contexts: 2,
      contexts: [
        { context: '.', total_schemas: 0 },
        { context: '.staging', total_schemas: 2 },
      ],
      total: 2,
    });
  });
});
