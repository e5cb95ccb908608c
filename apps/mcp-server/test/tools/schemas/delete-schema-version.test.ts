import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

async function aSubjectOfThree() {
  const connected = await connectToRegistry();
  for (const fields of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
    await connected.registry.versions.register('orders', { schema: aRecord('R', ...fields) });
  }
  return connected;
}

describe('delete_schema_version', () => {
  it('deletes one version softly', async () => {
    const { call, registry } = await aSubjectOfThree();
    const answer = await call('delete_schema_version', { subject: 'orders', version: 2 });
    expect(answer).toMatchObject({ versions: [2], steps: ['soft_delete'], dry_run: false });
    expect(await registry.versions.list('orders')).toEqual([1, 3]);
  });

  it('means the same version in both steps when the latest goes for good', async () => {
    const { call, registry } = await aSubjectOfThree();
    const answer = await call('delete_schema_version', {
      subject: 'orders',
      version: 'latest',
      permanent: true,
    });
    expect(answer).toMatchObject({ versions: [3], steps: ['soft_delete', 'permanent_delete'] });
    expect(await registry.versions.list('orders', { deleted: true })).toEqual([1, 2]);
  });

  it('shows with dry_run what would go and changes nothing', async () => {
    const { call, registry } = await aSubjectOfThree();
    const answer = await call('delete_schema_version', {
      subject: 'orders',
      version: '1',
      dry_run: true,
    });
    expect(answer).toMatchObject({ dry_run: true, versions: [1], referenced_by: [] });
    expect(await registry.versions.list('orders')).toEqual([1, 2, 3]);
  });

  it('foresees a version that is not there or deleted already', async () => {
    const { call, registry } = await aSubjectOfThree();
    await registry.versions.delete('orders', 1);
    for (const [version, code] of [
      ['9', 'version_not_found'],
      ['1', 'version_soft_deleted'],
    ]) {
      const written = { subject: 'orders', version };
      const shown = await call('delete_schema_version', { ...written, dry_run: true });
      expect(shown).toMatchObject({ versions: [], would_be_refused: { code } });
      expect((await call('delete_schema_version', written)).error).toMatchObject({ code });
    }
  });

  it('refuses what is no version before anything is sent', async () => {
    const { call, requests } = await aSubjectOfThree();
    const { error } = await call('delete_schema_version', { subject: 'orders', version: 'newest' });
    expect(error.code).toBe('invalid_arguments');
    expect(requests).toEqual([]);
  });
});
