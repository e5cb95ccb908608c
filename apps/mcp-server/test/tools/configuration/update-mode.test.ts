import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('update_mode', () => {
  it('changes the mode of a context, and lets it inherit again', async () => {
    const { call, registry } = await connectToRegistry();
    const staging = registry.inContext('staging');
    expect(await call('update_mode', { context: 'staging', mode: 'READONLY' })).toMatchObject({
      dry_run: false,
      before: 'READWRITE',
      before_source: 'registry',
      after: 'READONLY',
      after_source: 'context',
    });
    expect(await staging.mode.getGlobal()).toEqual({ mode: 'READONLY' });
    expect(await call('update_mode', { context: 'staging', mode: 'INHERIT' })).toMatchObject({
      before: 'READONLY',
      after: 'READWRITE',
      after_source: 'registry',
    });
    await expect(staging.mode.getGlobal()).rejects.toMatchObject({ code: 'mode_not_found' });
  });

  it('shows with dry_run which live subjects stop IMPORT', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.inContext('staging').versions.register('orders', { schema: aRecord('R', 'a') });
    const written = { context: 'staging', mode: 'IMPORT' };
    const shown = await call('update_mode', { ...written, dry_run: true });
    expect(shown).toMatchObject({
      would_be_refused: {
        code: 'operation_not_permitted',
        reason: expect.stringContaining('orders'),
      },
    });
    expect((await call('update_mode', written)).error.code).toBe('operation_not_permitted');
    const forced = await call('update_mode', { ...written, force: true });
    expect(forced).toMatchObject({ after: 'IMPORT', warnings: [expect.any(String)] });
  });

  it('shows with dry_run what IMPORT would delete for good, in every context for the default one', async () => {
    const { call, registry } = await connectToRegistry();
    const staging = registry.inContext('staging');
    await staging.versions.register('orders', { schema: aRecord('R', 'a') });
    await staging.subjects.delete('orders');
    const here = await call('update_mode', { context: 'staging', mode: 'IMPORT', dry_run: true });
    expect(here).toMatchObject({ deletes_permanently: ['orders'] });
    const all = await call('update_mode', { mode: 'IMPORT', dry_run: true });
    expect(all).toMatchObject({ deletes_permanently: [':.staging:orders'] });
    expect(await staging.subjects.list({ deleted: true })).toEqual([':.staging:orders']);
  });

  it('knows that FORWARD is for the whole registry only', async () => {
    const { call } = await connectToRegistry();
    const shown = await call('update_mode', { mode: 'FORWARD', dry_run: true });
    expect(shown).toMatchObject({ would_be_refused: { code: 'invalid_mode' } });
    expect((await call('update_mode', { mode: 'FORWARD' })).error.code).toBe('invalid_mode');
    const forAll = { context: '__GLOBAL', mode: 'FORWARD', dry_run: true };
    expect(await call('update_mode', forAll)).not.toHaveProperty('would_be_refused');
  });
});
