import { describe, expect, it } from 'vitest';
import { renameArguments } from '../../src/policy/rename-arguments.ts';
import { aSetting, connect } from '../connect.ts';

describe('arguments by old names', () => {
  it.each([
    [{ registry_name: 'a' }, ['registry'], { registry: 'a' }],
    [
      { source_registry: 'a', target_registry: 'b' },
      ['source', 'target'],
      { source: 'a', target: 'b' },
    ],
    [{ registry_name: 'a' }, ['registry_name', 'registry'], { registry_name: 'a' }],
    [{ registry_name: 'a' }, ['subject'], { registry_name: 'a' }],
    [{ registry_name: 'a', registry: 'b' }, ['registry'], { registry_name: 'a', registry: 'b' }],
  ])('reads %j where %j are taken', (written, accepted, read) => {
    expect(renameArguments(written, new Set(accepted))).toEqual(read);
  });

  it('chooses the registry by them, too', async () => {
    const { call } = await connect({ registries: { a: aSetting('a'), b: aSetting('b') } });
    expect(await call('get_registry_info', { registry_name: 'b' })).toMatchObject({ name: 'b' });
    const sides = { source_registry: 'b', target_registry: 'a' };
    expect(await call('compare_registries', sides)).toMatchObject({ source: 'b', target: 'a' });
    const { error } = await call('list_registries', { registry_name: 'b' });
    expect(error.message).toContain('registry_name');
  });
});
