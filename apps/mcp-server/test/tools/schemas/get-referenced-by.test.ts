import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

const user = (name: string) =>
  JSON.stringify({ type: 'record', name, fields: [{ name: 'x', type: 'Money' }] });

describe('get_referenced_by', () => {
  it('answers subjects and versions, not bare ids', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('money', { schema: aRecord('Money', 'a') });
    const references = [{ name: 'Money', subject: 'money', version: 1 }];
    const { id } = await registry.versions.register('orders', {
      schema: user('Order'),
      references,
    });
    expect(await call('get_referenced_by', { subject: 'money' })).toEqual({
      context: '.',
      subject: 'money',
      version: 1,
      referenced_by: [{ context: '.', subject: 'orders', version: 1, id }],
      total: 1,
    });
  });

  it('finds who refers from another context, and is not misled by the same id here', async () => {
    const { call, registry } = await connectToRegistry();
    const shared = registry.inContext('shared');
    await shared.versions.register('money', { schema: aRecord('Money', 'a') });
    await shared.versions.register('bystander', { schema: aRecord('Bystander', 'a') });
    const references = [{ name: 'Money', subject: ':.shared:money', version: 1 }];
    await registry.versions.register('first', { schema: aRecord('First', 'a') });
    await registry.versions.register('orders', { schema: user('Order'), references });
    const staging = registry.inContext('staging');
    await staging.versions.register('first', { schema: aRecord('First', 'a') });
    await staging.versions.register('orders', { schema: user('Order'), references });
    const answer = await call('get_referenced_by', { subject: ':.shared:money' });
    expect(answer['referenced_by']).toEqual([
      { context: '.', subject: 'orders', version: 1, id: 2 },
      { context: '.staging', subject: 'orders', version: 1, id: 2 },
    ]);
    expect(answer).not.toHaveProperty('unresolved_ids');
  });

  it('tells versions apart', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('money', { schema: aRecord('Money', 'a') });
    await registry.versions.register('money', { schema: aRecord('Money', 'a', 'b') });
    const references = [{ name: 'Money', subject: 'money', version: 1 }];
    await registry.versions.register('orders', { schema: user('Order'), references });
    expect(await call('get_referenced_by', { subject: 'money' })).toMatchObject({
      version: 2,
      referenced_by: [],
    });
    expect(await call('get_referenced_by', { subject: 'money', version: 1 })).toMatchObject({
      total: 1,
    });
  });
});
