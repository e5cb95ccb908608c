import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

async function aRegistryWithSubjects() {
  const connected = await connectToRegistry();
  const schema = aRecord('R', 'a');
  await connected.registry.versions.register('orders', { schema });
  await connected.registry.versions.register('old', { schema });
  await connected.registry.subjects.delete('old');
  await connected.registry.inContext('staging').versions.register('orders', { schema });
  return connected;
}

describe('list_subjects', () => {
  it('lists every context when none is named, with names that other tools take', async () => {
    const { call } = await aRegistryWithSubjects();
    const answer = await call('list_subjects');
    expect(answer).toEqual({ context: '*', subjects: [':.staging:orders', 'orders'], total: 2 });
    expect(await call('get_schema', { subject: ':.staging:orders' })).toMatchObject({
      context: '.staging',
      subject: 'orders',
    });
  });

  it.each(['staging', '.staging', ':.staging:'])(
    'lists one context written %s',
    async (context) => {
      const { call } = await aRegistryWithSubjects();
      expect(await call('list_subjects', { context })).toEqual({
        context: '.staging',
        subjects: ['orders'],
        total: 1,
      });
    },
  );

  it('lists the default context alone when it is named', async () => {
    const { call } = await aRegistryWithSubjects();
    expect(await call('list_subjects', { context: '.' })).toMatchObject({ subjects: ['orders'] });
  });

  it('takes the configured context where none is named, and * for every one', async () => {
    const { call, registry } = await connectToRegistry({}, { context: 'staging' });
    await registry.inContext('staging').versions.register('a', { schema: aRecord('R', 'a') });
    await registry.versions.register('b', { schema: aRecord('R', 'a') });
    expect(await call('list_subjects')).toMatchObject({ context: '.staging', subjects: ['a'] });
    expect(await call('list_subjects', { context: '*' })).toMatchObject({ total: 2 });
  });

  it('counts soft-deleted subjects only when asked', async () => {
    const { call } = await aRegistryWithSubjects();
    const answer = await call('list_subjects', { context: '.', deleted: true });
    expect(answer['subjects']).toEqual(['old', 'orders']);
  });

  it('narrows by prefix and hands out pages', async () => {
    const { call, registry } = await connectToRegistry();
    for (const subject of ['a1', 'a2', 'a3', 'b1']) {
      await registry.versions.register(subject, { schema: aRecord('R', 'a') });
    }
    const first = await call('list_subjects', { context: '.', prefix: 'a', limit: 2 });
    expect(first).toMatchObject({ subjects: ['a1', 'a2'], total: 3, next_offset: 2 });
    const rest = await call('list_subjects', { context: '.', prefix: 'a', offset: 2 });
    expect(rest).toEqual({ context: '.', subjects: ['a3'], total: 3 });
  });
});
