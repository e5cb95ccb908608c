import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 10, its health checks and comparisons: registries of several regions.
it('checks all regions, and compares what customers are in two of them', async () => {
  const [us, eu, apac] = await Promise.all([startRegistry(), startRegistry(), startRegistry()]);
  apac.registry.faults.set([{ kind: 'latency', delayMs: 150 }]);
  const down = { url: 'http://127.0.0.1:9' };
  const { call, refused } = await startAssistant(
    { us, eu, apac, down },
    { SCHEMA_REGISTRY_SLOW_MS_3: '100', SCHEMA_REGISTRY_TIMEOUT_MS_4: '2000' },
  );
  expect(await call('test_all_registries')).toMatchObject({
    total_registries: 4,
    connected: 2,
    degraded: 1,
    down: 1,
    registries: [
      { name: 'us', state: 'connected', latency_ms: expect.any(Number) },
      { name: 'eu', state: 'connected' },
      { name: 'apac', state: 'degraded', problem: 'slow' },
      { name: 'down', state: 'down', reason: expect.stringMatching(/\w/) },
    ],
  });

  const profile = (...more: string[]) => record('Profile', 'id', 'email', ...more);
  const register = (to: typeof us, subject: string, schema: string) =>
    to.client.versions.register(`:.customer:${subject}`, { schema });
  for (const region of [us, eu]) await register(region, 'customer-preferences', profile('lang'));
  await register(us, 'customer-profile', profile());
  await register(eu, 'customer-profile', profile('consent:boolean'));
  await register(us, 'customer-analytics', profile('score:long'));
  await eu.client.config.update(':.customer:customer-preferences', { compatibility: 'FULL' });

  const sides = { source: 'us', target: 'eu', context: 'customer' };
  expect(await call('compare_contexts_across_registries', sides)).toMatchObject({
    state: 'different',
    total_differences: 3,
    by_kind: { content: 1, subject_missing: 1, config: 1 },
    total: 3,
  });
  expect(await call('find_missing_schemas', sides)).toMatchObject({
    missing: [
      { subject: ':.customer:customer-analytics', why: 'no_subject' },
      { subject: ':.customer:customer-profile', why: 'no_version' },
    ],
  });
  expect(await call('find_schema_conflicts', sides)).toMatchObject({
    by_kind: { version: 1 },
  });
  const subject = 'customer-profile';
  expect(await call('diff_schema_across_registries', { ...sides, subject })).toMatchObject({
    changes: [{ kind: 'field_removed' }],
  });
  const which = { context: 'customer', text: 'consent' };
  expect(await call('search_schemas', { ...which, registry: 'eu' })).toMatchObject({ total: 1 });
  expect(await call('search_schemas', { ...which, registry: 'us' })).toMatchObject({ total: 0 });

  // One that is down is unknown, and not empty.
  const error = await refused('compare_registries', { source: 'us', target: 'down' });
  expect(error).toMatchObject({ code: 'connection_failed', registry: 'down' });
  expect(await call('switch_default_registry', { registry: 'eu' })).toMatchObject({
    previous_default: 'us',
    default_registry: 'eu',
  });
  expect(await call('count_schemas')).toMatchObject({ registry: 'eu', total_schemas: 2 });
});
