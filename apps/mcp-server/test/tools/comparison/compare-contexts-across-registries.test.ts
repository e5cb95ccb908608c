import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';
import { connectToTwo } from './two-registries.ts';

describe('compare_contexts_across_registries', () => {
  it('compares a context with that of its name', async () => {
    const { call, staging, production } = await connectToTwo();
    for (const client of [staging, production]) {
      await client.versions.register(':.eu:a', { schema: aRecord('A', 'a') });
    }
    await staging.versions.register(':.eu:b', { schema: aRecord('B', 'b') });
    await staging.versions.register(':.us:c', { schema: aRecord('C', 'c') });
    const answer = await call('compare_contexts_across_registries', { context: 'eu' });
    expect(answer).toMatchObject({
      state: 'different',
      subjects: [{ subject: ':.eu:b', state: 'only_in_source' }],
      contexts: [{ context: '.eu', state: 'different' }],
      total: 1,
    });
  });

  it('compares two contexts of one registry, with references to a third', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register(':.shared:money', { schema: aRecord('Money', 'amount') });
    const references = [{ name: 'Money', subject: ':.shared:money', version: 1 }];
    const invoice = {
      schema: '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}',
      references,
    };
    await registry.versions.register(':.one:invoice', invoice);
    await registry.versions.register(':.two:invoice', invoice);
    const written = { context: 'one', target_context: 'two', changes: true };
    expect(await call('compare_contexts_across_registries', written)).toMatchObject({
      source: 'default',
      target: 'default',
      state: 'equal',
      changes: [],
    });
    await registry.versions.register(':.one:other', { schema: '"int"' });
    expect(await call('compare_contexts_across_registries', written)).toMatchObject({
      state: 'different',
      subjects: [
        { subject: ':.one:other', target_subject: ':.two:other', state: 'only_in_source' },
      ],
      changes: [{ action: 'register_version', subject: ':.two:other' }],
    });
  });

  it('refuses a context with itself, and one that is on neither side', async () => {
    const { call } = await connectToRegistry();
    const same = await call('compare_contexts_across_registries', { context: 'one' });
    expect(same.error).toMatchObject({ code: 'invalid_arguments' });
    const none = await call('compare_contexts_across_registries', {
      context: 'one',
      target_context: 'two',
    });
    expect(none.error).toMatchObject({ code: 'context_not_found' });
  });
});
