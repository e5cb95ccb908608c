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

  it('lists those that begin so, with all that is counted', async () => {
    const { call, registry } = await connectToRegistry();
    for (const subject of [':.feature-a:x', ':.feature-b:x', ':.other:x']) {
      await registry.versions.register(subject, { schema: aRecord('R', 'a') });
    }
    await registry.versions.register(':.feature-b:x', { schema: aRecord('R', 'a', 'b') });
    expect(await call('list_contexts', { prefix: 'feature-', counts: true })).toMatchObject({
      total_contexts: 2,
      contexts: [
        { context: '.feature-a', total_schemas: 1, total_versions: 1, distinct_contents: 1 },
        { context: '.feature-b', total_schemas: 1, total_versions: 2, distinct_contents: 2 },
      ],
    });
    expect(await call('list_contexts', { prefix: '.other' })).toMatchObject({
      contexts: [{ context: '.other', total_schemas: 1 }],
    });
  });
});
