import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

describe('delete_context', () => {
  it('deletes an empty one', async () => {
    const { call, registry } = await connectToRegistry();
    await call('create_context', { context: 'a' });
    expect(await call('delete_context', { context: 'a' })).toMatchObject({
      dry_run: false,
      context: '.a',
      outcome: 'deleted',
      remains: [],
    });
    expect(await registry.contexts.list()).toEqual(['.']);
  });

  it('deletes one with everything in it only when told so, and shows it before', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register(':.a:orders', { schema: aRecord('R', 'a') });
    const { error } = await call('delete_context', { context: 'a' });
    expect(error).toMatchObject({ code: 'not_empty' });
    const all = { context: 'a', everything: true, permanent: true };
    expect(await call('delete_context', { ...all, dry_run: true })).toMatchObject({
      dry_run: true,
      outcome: 'planned',
      subjects: [{ subject: ':.a:orders', outcome: 'planned', versions: [1] }],
    });
    expect(await registry.subjects.list({ subjectPrefix: ':.a:' })).toHaveLength(1);
    expect(await call('delete_context', all)).toMatchObject({
      outcome: 'deleted',
      subjects: [{ subject: ':.a:orders', outcome: 'deleted' }],
    });
    expect(await registry.contexts.list()).toEqual(['.']);
  });

  it('says why it would be refused', async () => {
    const { call, registry } = await connectToRegistry();
    await registry.versions.register(':.a:orders', { schema: aRecord('R', 'a') });
    expect(await call('delete_context', { context: 'a', dry_run: true })).toMatchObject({
      would_be_refused: { code: 'not_empty' },
    });
    const { error } = await call('delete_context', { context: '.' });
    expect(error).toMatchObject({ code: 'invalid_argument' });
  });
});
