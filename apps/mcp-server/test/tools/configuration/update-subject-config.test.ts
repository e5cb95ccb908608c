import { describe, expect, it } from 'vitest';
import { connectToRegistry } from '../../connect.ts';

describe('update_subject_config', () => {
  it('sets what is given, clears what is named and keeps the rest', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update('orders', { compatibility: 'FULL', normalize: true });
    const answer = await call('update_subject_config', {
      subject: 'orders',
      compatibility_group: 'major',
      clear: ['normalize'],
    });
    expect(answer).toMatchObject({
      before: { compatibility: 'FULL', normalize: true },
      after: { compatibility: 'FULL', compatibility_group: 'major' },
    });
    expect(answer['after']).not.toHaveProperty('normalize');
  });

  it('removes a record that has nothing left in it, so that the subject inherits again', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.config.update('orders', { compatibility: 'FULL' });
    const written = { subject: 'orders', clear: ['compatibility'] };
    expect(await call('update_subject_config', written)).toMatchObject({ after: {} });
    await expect(registry.config.get('orders')).rejects.toMatchObject({ code: 'config_not_found' });
  });

  it('shows with dry_run what would be there, and changes nothing', async () => {
    const { call, registry } = await connectToRegistry();
    const written = { subject: 'orders', compatibility: 'FULL', dry_run: true };
    expect(await call('update_subject_config', written)).toMatchObject({
      dry_run: true,
      before: { compatibility: 'BACKWARD' },
      before_source: 'registry',
      after: { compatibility: 'FULL' },
      mode: 'READWRITE',
    });
    await expect(registry.config.get('orders')).rejects.toMatchObject({ code: 'config_not_found' });
  });

  it.each([
    ['nothing', {}, 'invalid_arguments'],
    ['a field both ways', { normalize: true, clear: ['normalize'] }, 'invalid_arguments'],
    ['a level that is none', { compatibility: 'SOMETIMES' }, 'invalid_arguments'],
  ])('refuses to change %s', async (_, written, code) => {
    const { call, requests } = await connectToRegistry();
    const { error } = await call('update_subject_config', { subject: 'orders', ...written });
    expect(error.code).toBe(code);
    expect(requests).toEqual([]);
  });
});
