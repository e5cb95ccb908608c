import { describe, expect, it } from 'vitest';
import { aRecord } from '../../connect.ts';
import { connectToTwo } from './two-registries.ts';

describe('find_missing_schemas', () => {
  it('finds what the target lacks, what it refers to first', async () => {
    const { call, staging, production } = await connectToTwo();
    await staging.versions.register('z-money', { schema: aRecord('Money', 'amount') });
    const references = [{ name: 'Money', subject: 'z-money', version: 1 }];
    const schema = '{"type":"record","name":"Invoice","fields":[{"name":"total","type":"Money"}]}';
    await staging.versions.register('a-invoice', { schema, references });
    for (const client of [staging, production]) {
      await client.versions.register('known', { schema: aRecord('K', 'a') });
    }
    await staging.versions.register('known', { schema: aRecord('K', 'a', 'b') });
    const answer = await call('find_missing_schemas');
    expect(answer).toMatchObject({
      missing_subjects: 2,
      incomplete_subjects: 1,
      missing_versions: 3,
      total: 3,
    });
    const missing = answer['missing'] as { subject: string; needs?: object[] }[];
    const names = missing.map(({ subject }) => subject);
    expect(names.indexOf('z-money')).toBeLessThan(names.indexOf('a-invoice'));
    expect(missing.find(({ subject }) => subject === 'a-invoice')?.needs).toMatchObject([
      { name: 'Money', state: 'missing_too' },
    ]);
  });

  it('finds nothing the other way round', async () => {
    const { call, staging } = await connectToTwo();
    await staging.versions.register('a', { schema: '"int"' });
    const written = { source: 'production', target: 'staging' };
    expect(await call('find_missing_schemas', written)).toMatchObject({ missing: [], total: 0 });
  });
});
