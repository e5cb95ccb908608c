import { expect, it } from 'vitest';
import { record, startAssistant, startRegistry } from './start-with-registries.ts';

// Use case 11: contexts of many features, cleaned up together.
it('finds contexts of features, shows what would go, clears them, and says how far it is', async () => {
  const development = await startRegistry();
  const { call } = await startAssistant({ development });
  const sizes = { 'user-dashboard': 12, 'payment-v2': 8, 'mobile-api': 15, analytics: 6, news: 4 };
  for (const [feature, size] of Object.entries(sizes)) {
    const { versions } = development.client.inContext(`feature-${feature}`);
    for (let number = 0; number < size; number += 1) {
      await versions.register(`events-${number}`, { schema: record(`E${number}`, 'id') });
    }
  }
  await development.client.versions.register('stays', { schema: record('Stays', 'id') });

  const found = await call('list_contexts', { prefix: 'feature-' });
  const contexts = (found['contexts'] as { context: string; total_schemas: number }[]).map(
    ({ context }) => context,
  );
  expect(found).toMatchObject({ total_contexts: 5 });
  const shown = await call('clear_multiple_contexts_batch', { contexts, dry_run: true });
  expect(shown).toMatchObject({ dry_run: true, total_contexts: 5, total_schemas: 45 });
  expect(await development.client.subjects.list()).toHaveLength(46);

  development.registry.faults.set([{ kind: 'latency', delayMs: 800 }]);
  const permanent = { contexts, permanent: true, delete_after: true, concurrency: 10 };
  const started = await call('clear_multiple_contexts_batch', permanent);
  expect(started).toMatchObject({ task_id: expect.any(String), task_state: 'running' });
  const { task_id } = started;
  expect(await call('list_all_active_tasks')).toMatchObject({
    tasks: [{ task_id, tool: 'clear_multiple_contexts_batch' }],
  });
  development.registry.faults.set([]);
  expect(await call('get_cleanup_progress', { task_id, wait_seconds: 50 })).toMatchObject({
    state: 'succeeded',
    progress: { done: 45, total: 45, unit: 'subjects', errors: 0 },
    result: { deleted_schemas: 45, total_blocked: 0 },
  });
  expect(await development.client.contexts.list()).toEqual(['.']);
  expect(await development.client.subjects.list({ deleted: true })).toEqual(['stays']);
});
