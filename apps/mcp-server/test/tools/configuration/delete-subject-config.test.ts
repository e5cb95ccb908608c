import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('delete_subject_config', () => {
  it('removes the own configuration and says what applies then', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update('orders', { compatibility: 'FULL' });
    const shown = await call('delete_subject_config', { subject: 'orders', dry_run: true });
    expect(shown).toMatchObject({
      dry_run: true,
      before: { compatibility: 'FULL' },
      before_source: 'subject',
      after: { compatibility: 'BACKWARD' },
      after_source: 'registry',
    });
    expect(await registry.config.get('orders')).toMatchObject({ compatibilityLevel: 'FULL' });
    const done = await call('delete_subject_config', { subject: 'orders' });
    expect(done).toMatchObject({ ...shown, dry_run: false });
    await expect(registry.config.get('orders')).rejects.toMatchObject({ code: 'config_not_found' });
  });

  it('says that there is nothing to remove', async () => {
    const { call } = await connectToRegistry();
    const shown = await call('delete_subject_config', { subject: 'orders', dry_run: true });
    const { error } = await call('delete_subject_config', { subject: 'orders' });
    expect(shown).toMatchObject({ would_be_refused: { code: error.code } });
  });
});
