import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('add_subject_alias', () => {
  it('lets a name stand for a subject', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const written = { alias: 'purchases', existing_subject: 'orders' };
    const shown = await call('add_subject_alias', { ...written, dry_run: true });
    expect(shown).toMatchObject({ dry_run: true, alias: 'purchases', after: { alias: 'orders' } });
    expect((await call('get_schema', { subject: 'purchases' })).error.code).toBe(
      'subject_not_found',
    );
    expect(await call('add_subject_alias', written)).toMatchObject({
      dry_run: false,
      existing_subject: 'orders',
      target_exists: true,
      after: { alias: 'orders' },
    });
    expect(await call('get_schema', { subject: 'purchases' })).toMatchObject({ version: 1 });
  });

  it('warns when the alias stands for nothing, or hides a subject', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    const written = { alias: 'orders', existing_subject: 'none', dry_run: true };
    const answer = await call('add_subject_alias', written);
    expect(answer).toMatchObject({ target_exists: false });
    expect(answer['warnings']).toHaveLength(2);
  });
});
