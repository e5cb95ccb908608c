import { describe, expect, it, vi } from 'vitest';
import { connect, connectToRegistry } from '../../connect.ts';
import { aSlowRegistry } from '../../slow-registry.ts';

describe('cancel_task', () => {
  it('ends the requests of a task, and those that come after it', async () => {
    const slow = await aSlowRegistry(60, 100);
    const { call } = await connect({ registries: { slow: slow.settings }, tasks: { waitMs: 1 } });
    const { tasks } = await call('queue_tasks', {
      calls: [
        { tool: 'get_registry_statistics' },
        { tool: 'update_global_config', arguments: { compatibility: 'FULL' } },
      ],
    });
    const [first, second] = tasks as [{ task_id: string }, { task_id: string }];
    await vi.waitFor(() => expect(slow.requests.length).toBeGreaterThan(20), { timeout: 20_000 });
    const reason = 'The window\u001b[2J is over.';
    const cancelled = await call('cancel_task', { task_id: first.task_id, reason });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      cancel_requested: true,
      reason: expect.stringContaining('The window is over.'),
    });
    const counted = slow.requests.length;
    expect(await call('get_task_progress', { task_id: second.task_id })).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining(first.task_id),
    });
    expect(slow.requests.length).toBe(counted);
    expect(counted).toBeLessThan(100);
    expect(slow.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
  });

  it('leaves what has ended as it is', async () => {
    const { call } = await connectToRegistry();
    const { task_id } = await call('get_registry_statistics');
    expect(await call('cancel_task', { task_id })).toMatchObject({ state: 'succeeded' });
  });
});
