import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('update_subject_mode', () => {
  it('changes the mode of a subject, and lets it inherit again', async () => {
    const { call, registry } = await connectToRegistry();
    const set = await call('update_subject_mode', { subject: 'orders', mode: 'READONLY' });
    expect(set).toMatchObject({ before: 'READWRITE', after: 'READONLY', after_source: 'subject' });
    expect(await registry.mode.get('orders')).toEqual({ mode: 'READONLY' });
    const left = await call('update_subject_mode', { subject: 'orders', mode: 'INHERIT' });
    expect(left).toMatchObject({
      before: 'READONLY',
      after: 'READWRITE',
      after_source: 'registry',
    });
    await expect(registry.mode.get('orders')).rejects.toMatchObject({ code: 'mode_not_found' });
  });

  it('shows what IMPORT would delete for good, and changes nothing with dry_run', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    await registry.subjects.delete('orders');
    const shown = await call('update_subject_mode', {
      subject: 'orders',
      mode: 'IMPORT',
      dry_run: true,
    });
    expect(shown).toMatchObject({ dry_run: true, deletes_permanently: ['orders'] });
    await expect(registry.mode.get('orders')).rejects.toMatchObject({ code: 'mode_not_found' });
    expect(await registry.subjects.list({ deleted: true })).toEqual(['orders']);
  });

  it('foresees that there is no mode to remove', async () => {
    const { call } = await connectToRegistry();
    const written = { subject: 'orders', mode: 'INHERIT' };
    const shown = await call('update_subject_mode', { ...written, dry_run: true });
    expect(shown).toMatchObject({ would_be_refused: { code: expect.any(String) } });
    expect((await call('update_subject_mode', written)).error).toBeDefined();
  });
});
