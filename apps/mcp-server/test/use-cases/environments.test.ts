import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 1: schemas of several environments.
it('registers in development, checks against production, and promotes', async () => {
  const [development, staging, production] = await Promise.all([
    startRegistry(),
    startRegistry(),
    startRegistry(),
  ]);
  const { call, refused } = await startAssistant(
    { development, staging, production },
    { VIEWONLY_3: 'true' },
  );
  const first = record('UserEvent', 'userId', 'eventType', 'timestamp:long');
  await production.client.versions.register('user-events', { schema: first });
  await call('register_schema', { subject: 'user-events', schema: first });
  const next = record('UserEvent', 'userId', 'eventType', 'timestamp:long', 'source:string?');
  expect(await call('register_schema', { subject: 'user-events', schema: next })).toMatchObject({
    registry: 'development',
    version: 2,
  });

  const from = { registry: 'development', subject: 'user-events' };
  const inProduction = { registry: 'production', subject: 'user-events', from };
  expect(await call('check_compatibility', inProduction)).toMatchObject({ compatible: true });
  const promoted = { registry: 'staging', subject: 'user-events', from };
  expect(await call('register_schema', promoted)).toMatchObject({
    registry: 'staging',
    version: 1,
  });

  expect(
    await call('compare_registries', { source: 'development', target: 'staging' }),
  ).toMatchObject({ state: 'different', by_kind: { version_missing: 1 } });
  expect(
    await call('diff_schema_across_registries', {
      source: 'staging',
      target: 'production',
      subject: 'user-events',
    }),
  ).toMatchObject({
    changes: [{ kind: 'field_added', path: expect.stringContaining('source') }],
    full: true,
  });
  // Production is looked at only.
  const error = await refused('register_schema', { ...promoted, registry: 'production' });
  expect(error['code']).toBe('view_only');
  expect(await production.client.versions.list('user-events')).toEqual([1]);
});
