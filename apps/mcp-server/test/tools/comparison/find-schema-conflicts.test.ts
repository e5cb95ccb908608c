import { describe, expect, it } from 'vitest';
import { anotherRecord, aRecord } from '../../connect.ts';
import { connectToTwo } from './two-registries.ts';

describe('find_schema_conflicts', () => {
  it('finds ids and versions with other content, and what is not compatible at the target', async () => {
    const { call, staging, production } = await connectToTwo();
    await staging.versions.register('a', { schema: aRecord('R', 'a') });
    await production.versions.register('a', { schema: anotherRecord('R') });
    await production.config.update('a', { compatibility: 'BACKWARD' });
    const answer = await call('find_schema_conflicts');
    expect(answer).toMatchObject({
      by_kind: { id: 1, version: 1, incompatible: 1 },
      conflicting_subjects: expect.any(Number),
    });
    for (const conflict of answer['conflicts'] as { reason: string }[]) {
      expect(conflict.reason).toMatch(/\w/);
    }
  });

  it('finds none in two that are alike', async () => {
    const { call, staging, production } = await connectToTwo();
    for (const client of [staging, production]) {
      await client.versions.register('a', { schema: aRecord('R', 'a') });
    }
    expect(await call('find_schema_conflicts')).toMatchObject({ conflicts: [], by_kind: {} });
  });

  it('reads the configurations of the target only', async () => {
    const { call, staging, production, requests } = await connectToTwo();
    for (const client of [staging, production]) {
      for (let number = 0; number < 20; number += 1) {
        await client.versions.register(`s${number}`, { schema: aRecord(`R${number}`, 'a') });
      }
    }
    await call('find_schema_conflicts');
    const configs = (name: string) =>
      requests.filter((each) => each.startsWith(`http://${name}.test/config`)).length;
    expect(configs('staging')).toBe(0);
    expect(configs('production')).toBeGreaterThanOrEqual(20);
  });
});
