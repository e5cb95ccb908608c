import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 8: a schema from its first day to production, and the contexts that it leaves behind.
it('takes a schema from a feature to production', async () => {
  const [development, staging, production] = await Promise.all([
    startRegistry(),
    startRegistry(),
    startRegistry(),
  ]);
  const { call } = await startAssistant({ development, staging, production });
  const subject = 'order-status-updated';
  const feature = { context: 'feature-order-tracking', subject };

  // Day 1
  await call('create_context', { context: feature.context });
  const first = record('OrderStatus', 'orderId', 'status', 'timestamp:long');
  await call('register_schema', { ...feature, schema: first });

  // Day 3
  const second = record(
    'OrderStatus',
    'orderId',
    'status',
    'timestamp:long',
    'notificationPrefs:string?',
    'estimatedDelivery:long?',
  );
  expect(await call('check_compatibility', { ...feature, schema: second })).toMatchObject({
    compatible: true,
  });
  expect(await call('register_schema', { ...feature, schema: second })).toMatchObject({
    version: 2,
  });

  // Day 5
  await call('create_context', { context: 'integration-testing' });
  const integration = { context: 'integration-testing', subject };
  await call('register_schema', { ...integration, from: feature });
  for (const message of ['{"orderId":"1","status":"NEW","timestamp":1}']) {
    expect(await call('validate_message', { ...feature, version: '1', message })).toMatchObject({
      valid: true,
    });
  }
  expect(await call('diff_schemas', feature)).toMatchObject({ total: 2, dangerous_changes: [] });

  // Day 8
  const source = { registry: 'development', ...integration };
  for (const registry of ['staging', 'production']) {
    expect(await call('check_compatibility', { registry, subject, from: source })).toMatchObject({
      compatible: true,
    });
    expect(await call('register_schema', { registry, subject, from: source })).toMatchObject({
      registry,
      version: 1,
    });
  }
  expect(
    await call('compare_registries', { source: 'staging', target: 'production' }),
  ).toMatchObject({ state: 'equal' });

  // Cleaning up
  const answer = await call('clear_multiple_contexts_batch', {
    contexts: [feature.context, integration.context],
    permanent: true,
    delete_after: true,
  });
  expect(answer).toMatchObject({ deleted_schemas: 2, total_blocked: 0 });
  expect(await development.client.contexts.list()).toEqual(['.']);
  expect(await production.client.versions.list(subject)).toEqual([1]);
});
