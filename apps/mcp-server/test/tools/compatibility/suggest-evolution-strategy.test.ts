import { describe, expect, it } from 'vitest';
import { aRecord, connectToRegistry } from '../../connect.ts';

const required = (...names: string[]) =>
  JSON.stringify({
    type: 'record',
    name: 'R',
    fields: names.map((name) => ({ name, type: 'string' })),
  });

describe('suggest_evolution_strategy', () => {
  it('finds steps that the registry takes one after another, and that end in the schema', async () => {
    const { call, registry } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    const target = required('a', 'b');
    const written = { subject: 'a', schema: target };
    expect(await call('check_compatibility', written)).toMatchObject({ compatible: false });
    const plan = await call('suggest_evolution_strategy', written);
    expect(plan).toMatchObject({ level: 'BACKWARD', reaches: true, direct: false });
    const steps = plan['steps'] as { schema: string; version: number; is_target: boolean }[];
    expect(steps.length).toBeGreaterThan(1);
    for (const { schema, version } of steps) {
      expect(await call('register_schema', { subject: 'a', schema })).toMatchObject({ version });
    }
    const { schema } = await registry.versions.get('a', 'latest');
    expect(JSON.parse(schema)).toEqual(JSON.parse(target));
  });

  it('says so where a schema passes at once', async () => {
    const { call } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    const written = { subject: 'a', schema: aRecord('R', 'a', 'b') };
    expect(await call('suggest_evolution_strategy', written)).toMatchObject({
      direct: true,
      reaches: true,
      total_steps: 1,
      obstacles: [],
    });
  });

  it('says what no steps reach, and what else would do', async () => {
    const { call } = await connectToRegistry();
    await call('register_schema', { subject: 'a', schema: aRecord('R', 'a') });
    await call('update_subject_config', { subject: 'a', compatibility: 'FULL_TRANSITIVE' });
    const plan = await call('suggest_evolution_strategy', { subject: 'a', schema: required('b') });
    expect(plan).toMatchObject({
      reaches: false,
      unreachable: { message: expect.stringMatching(/\w/) },
    });
    expect(plan['other_ways']).not.toEqual([]);
  });
});
