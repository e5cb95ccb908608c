import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('update_global_config', () => {
  it('changes what is given and keeps the rest', async () => {
    const { call, registry } = await connectToRegistry();
    const staging = registry.inContext('staging');
    await staging.config.updateGlobal({ compatibility: 'FULL' });
    const answer = await call('update_global_config', { context: 'staging', normalize: true });
    expect(answer).toMatchObject({
      dry_run: false,
      before: { compatibility: 'FULL' },
      before_source: 'context',
      after: { compatibility: 'FULL', normalize: true },
    });
    expect(await staging.config.getGlobal()).toMatchObject({
      compatibilityLevel: 'FULL',
      normalize: true,
    });
  });

  it('changes the default context, and what all inherit', async () => {
    const { call, registry } = await connectToRegistry();
    await call('update_global_config', { compatibility: 'NONE' });
    expect(await registry.config.getGlobal()).toMatchObject({ compatibilityLevel: 'NONE' });
    await call('update_global_config', { context: '__GLOBAL', compatibility: 'FORWARD' });
    expect(await registry.config.get(':.__GLOBAL:')).toMatchObject({
      compatibilityLevel: 'FORWARD',
    });
  });

  it('shows a change with dry_run, and that a read-only context would refuse it', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.inContext('staging').mode.setGlobal('READONLY');
    const written = { context: 'staging', compatibility: 'FULL' };
    const answer = await call('update_global_config', { ...written, dry_run: true });
    expect(answer).toMatchObject({
      dry_run: true,
      before: { compatibility: 'BACKWARD' },
      after: { compatibility: 'FULL' },
      mode: 'READONLY',
      mode_source: 'context',
      would_be_refused: { code: 'operation_not_permitted' },
    });
    const { error } = await call('update_global_config', written);
    expect(error.code).toBe('operation_not_permitted');
    expect(error.next).toContain('get_mode');
  });

  it('warns when a record without a level would hide the level above it', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update(':.__GLOBAL:', { compatibility: 'FULL' });
    const written = { context: 'staging', normalize: true, dry_run: true };
    const answer = await call('update_global_config', written);
    expect(answer['warnings']).toEqual([expect.stringContaining('FULL')]);
  });
});
