import { describe, expect, it, vi } from 'vitest';
import { connect, connectToRegistry } from '../../connect.ts';
import { aSlowRegistry } from '../../slow-registry.ts';

describe('get_task_progress', () => {
  it('says how far a task is, how fast it goes and how long it will still take', async () => {
    const slow = await aSlowRegistry(200, 100);
    const { call } = await connect({ registries: { slow: slow.settings }, tasks: { waitMs: 1 } });
    const { task_id } = await call('get_registry_statistics');
    let running = await call('get_task_progress', { task_id, wait_seconds: 1 });
    // A rate is known when there was something to measure.
    await vi.waitFor(
      async () => {
        running = await call('get_task_progress', { task_id });
        expect(running['progress']).toHaveProperty('rate_per_second');
      },
      { timeout: 20_000 },
    );
    expect(running).toMatchObject({
      state: 'running',
      progress: {
        percent: expect.any(Number),
        done: expect.any(Number),
        total: 200,
        unit: 'subjects',
        remaining_seconds: expect.any(Number),
      },
      started_at: expect.stringMatching(/^\d{4}-.*Z$/),
      next: expect.stringContaining('wait_seconds'),
    });
    expect(running['elapsed_seconds']).toBeGreaterThanOrEqual(1);
    await call('cancel_task', { task_id });
  });

  it('answers to the names that it had elsewhere', async () => {
    const { call } = await connectToRegistry();
    const { task_id } = await call('get_registry_statistics');
    for (const name of ['get_task_status', 'get_migration_progress', 'get_cleanup_progress']) {
      expect(await call(name, { task_id })).toMatchObject({ state: 'succeeded' });
    }
  });

  it.each(['none', '', 'a'.repeat(300), '__proto__', '\u001b[2J'])(
    'says that there is no task %j, and where to look',
    async (task_id) => {
      const { call } = await connectToRegistry();
      const { error } = await call('get_task_progress', { task_id });
      expect(error.code).toMatch(/^(?:task_not_found|invalid_argument)$/);
      expect(error.message).not.toContain('\u001b');
    },
  );
});
