import { describe, expect, it } from 'vitest';
import { anotherRecord, aRecord, connectToRegistry } from '../../connect.ts';

async function aSubject() {
  const connected = await connectToRegistry();
  await connected.registry.versions.register('orders', { schema: aRecord('R', 'a') });
  return connected;
}

describe('check_compatibility', () => {
  it('says yes, with the level in force and what was compared', async () => {
    const { call } = await aSubject();
    const schema = aRecord('R', 'a', 'b');
    expect(await call('check_compatibility', { subject: 'orders', schema })).toEqual({
      context: '.',
      subject: 'orders',
      compatible: true,
      messages: [],
      total: 0,
      level: 'BACKWARD',
      level_source: 'registry',
      checked_against: 'version 1',
    });
  });

  it('says no and why', async () => {
    const { call, registry } = await aSubject();
    await registry.config.update('orders', { compatibility: 'FULL' });
    const answer = await call('check_compatibility', {
      subject: 'orders',
      schema: anotherRecord('R'),
    });
    expect(answer).toMatchObject({ compatible: false, level: 'FULL', level_source: 'subject' });
    expect(String(answer['messages'])).toContain('READER_FIELD_MISSING_DEFAULT_VALUE');
  });

  it('checks all versions, and one by its number', async () => {
    const { call, registry } = await aSubject();
    await registry.config.update('orders', { compatibility: 'NONE' });
    await registry.versions.register('orders', { schema: anotherRecord('R') });
    await registry.config.update('orders', { compatibility: 'BACKWARD_TRANSITIVE' });
    const schema = anotherRecord('R');
    const check = async (version: unknown) =>
      (await call('check_compatibility', { subject: 'orders', schema, version }))['compatible'];
    expect(await Promise.all(['latest', 2, 1, 'all'].map(check))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('says that there is nothing to compare with in a new subject', async () => {
    const { call } = await aSubject();
    const answer = await call('check_compatibility', {
      subject: 'orders',
      context: 'production',
      from: { subject: 'orders' },
    });
    expect(answer).toMatchObject({ compatible: true, checked_against: 'nothing' });
  });

  it('passes on what the registry says of a schema that cannot be read', async () => {
    const { call } = await aSubject();
    const answer = await call('check_compatibility', {
      subject: 'orders',
      schema: '{"type":"nope"}',
    });
    const said = answer.error?.message ?? String(answer['messages']);
    expect(said).toContain('nope');
  });
});
