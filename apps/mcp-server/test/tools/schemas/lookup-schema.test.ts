import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('lookup_schema', () => {
  it('finds the version that has a schema', async () => {
    const { call, registry } = await connectToRegistry();
    const schema = aRecord('R', 'a');
    const { id } = await registry.versions.register('orders', { schema });
    const answer = await call('lookup_schema', { subject: 'orders', schema });
    expect(answer).toMatchObject({ found: true, version: 1, id });
  });

  it('compares with another place', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    await registry.inContext('staging').versions.register('orders', { schema: aRecord('R', 'a') });
    const from = { subject: 'orders', context: 'staging', version: '1' };
    expect(await call('lookup_schema', { subject: 'orders', from })).toMatchObject({ found: true });
  });

  it('tells a subject without the schema from one that is not there', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const schema = aRecord('Other', 'a');
    const other = await call('lookup_schema', { subject: 'orders', schema });
    const none = await call('lookup_schema', { subject: 'none', schema });
    expect([other['found'], none['found']]).toEqual([false, false]);
    expect(other['reason']).not.toBe(none['reason']);
  });

  it('answers no, and why, when what the schema refers to is not there', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const references = [{ name: 'Money', subject: 'money', version: 1 }];
    const schema = '{"type":"record","name":"R","fields":[{"name":"m","type":"Money"}]}';
    const answer = await call('lookup_schema', { subject: 'orders', schema, references });
    expect(answer).toMatchObject({
      found: false,
      reason: expect.stringContaining('money version 1'),
    });
  });
});
