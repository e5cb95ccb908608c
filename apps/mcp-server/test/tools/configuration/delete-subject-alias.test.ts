import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('delete_subject_alias', () => {
  it('removes the alias and leaves the subject', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register('orders', { schema: aRecord('R', 'a') });
    await registry.config.update('purchases', { alias: 'orders' });
    const shown = await call('delete_subject_alias', { alias: 'purchases', dry_run: true });
    expect(shown).toMatchObject({ dry_run: true, before: { alias: 'orders' } });
    expect(await call('delete_subject_alias', { alias: 'purchases' })).toMatchObject({ after: {} });
    await expect(registry.config.get('purchases')).rejects.toMatchObject({
      code: 'config_not_found',
    });
    expect(await registry.subjects.list()).toEqual(['orders']);
  });

  it('keeps what else the record holds', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update('purchases', { alias: 'orders', compatibility: 'FULL' });
    const answer = await call('delete_subject_alias', { alias: 'purchases' });
    expect(answer).toMatchObject({ after: { compatibility: 'FULL' } });
    expect(await registry.config.get('purchases')).toEqual({ compatibilityLevel: 'FULL' });
  });

  it('refuses a name that is no alias', async () => {
    const { call, requests } = await connectToRegistry();
    const { error } = await call('delete_subject_alias', { alias: 'orders' });
    expect(error.code).toBe('not_an_alias');
    expect(requests.every((request) => request.startsWith('GET '))).toBe(true);
    const shown = await call('delete_subject_alias', { alias: 'orders', dry_run: true });
    expect(shown).toMatchObject({ would_be_refused: { code: 'not_an_alias' } });
  });
});
