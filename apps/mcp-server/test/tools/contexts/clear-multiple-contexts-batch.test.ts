import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

const invoice = '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}';

describe('clear_multiple_contexts_batch', () => {
  it('clears contexts that refer to each other, in one order across them', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register(':.a:money', { schema: aRecord('Money', 'amount') });
    const references = [{ name: 'Money', subject: ':.a:money', version: 1 }];
    await registry.versions.register(':.b:invoice', { schema: invoice, references });
    await registry.versions.register('stays', { schema: '"int"' });
    const answer = await call('clear_multiple_contexts_batch', {
      contexts: ['a', 'b'],
      permanent: true,
    });
    expect(answer).toMatchObject({
      total_contexts: 2,
      deleted_schemas: 2,
      contexts: [
        { context: '.a', deleted: 1, left: 0 },
        { context: '.b', deleted: 1, left: 0 },
      ],
    });
    expect(await registry.subjects.list({ deleted: true })).toEqual(['stays']);
  });

  it('wants contexts by name, and the default one too', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: '"int"' });
    for (const contexts of [[], ['*'], ['']]) {
      const { error } = await call('clear_multiple_contexts_batch', { contexts });
      expect(error.code).toMatch(/^invalid_/);
    }
    const refused = await call('clear_multiple_contexts_batch', {
      contexts: ['a'],
      delete_after: true,
    });
    expect(refused.error.message).toContain('permanent');
    expect(await registry.subjects.list()).toEqual(['orders']);
    await call('clear_multiple_contexts_batch', { contexts: ['.'] });
    expect(await registry.subjects.list()).toEqual([]);
  });
});
