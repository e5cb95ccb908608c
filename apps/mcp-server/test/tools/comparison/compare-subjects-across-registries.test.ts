import { describe, expect, it } from 'vitest';
import { aRecord } from '../../connect.ts';
import { connectToTwo } from './two-registries.ts';

describe('compare_subjects_across_registries', () => {
  it('compares the subjects that are named, and no others', async () => {
    const { call, staging, production } = await connectToTwo();
    for (const name of ['a', 'b', 'c']) {
      await staging.versions.register(name, { schema: aRecord('R', name) });
    }
    await production.versions.register('a', { schema: aRecord('R', 'a') });
    const answer = await call('compare_subjects_across_registries', { subjects: ['a', 'b'] });
    expect(answer).toMatchObject({
      subject_counts: { equal: 1, only_in_source: 1, different: 0 },
      subjects: [{ subject: 'b', state: 'only_in_source' }],
    });
  });

  it('compares with another context', async () => {
    const { call, staging, production } = await connectToTwo();
    await staging.versions.register(':.one:a', { schema: aRecord('R', 'a') });
    await production.versions.register(':.two:a', { schema: aRecord('R', 'a') });
    const written = { subjects: ['a'], context: 'one', target_context: 'two' };
    expect(await call('compare_subjects_across_registries', written)).toMatchObject({
      state: 'equal',
    });
  });

  it('says which name nobody has', async () => {
    const { call, staging } = await connectToTwo();
    await staging.versions.register('orders', { schema: aRecord('R', 'a') });
    const { error } = await call('compare_subjects_across_registries', { subjects: ['order'] });
    expect(error).toMatchObject({
      code: 'subject_not_found',
      message: expect.stringContaining('order'),
    });
  });
});
