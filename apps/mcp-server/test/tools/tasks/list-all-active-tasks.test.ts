import { describe, expect, it } from 'vitest';
import { connect } from '../../connect.ts';
import { aSlowRegistry } from '../../slow-registry.ts';

describe('list_all_active_tasks', () => {
  it('lists what runs and waits in its order, and what has ended when asked', async () => {
    const slow = await aSlowRegistry(40, 1);
    const { call } = await connect({
      registries: { slow: slow.settings },
      tasks: { waitMs: 20_000, limits: { running: 1 } },
    });
    expect(await call('list_all_active_tasks')).toEqual({ tasks: [], total: 0 });
    const { task_id: done } = await call('get_registry_statistics');
    slow.slow(100);
    const calls = Array.from({ length: 3 }, () => ({ tool: 'get_registry_statistics' }));
    const { tasks: queued } = await call('queue_tasks', { calls });
    const ids = (queued as { task_id: string }[]).map(({ task_id }) => task_id);
    const active = await call('list_all_active_tasks');
    expect(active).toMatchObject({
      tasks: [
        { task_id: ids[0], state: 'running', starts_in_seconds: 0 },
        { task_id: ids[1], state: 'queued', after: [ids[0]], ends_in_seconds: expect.any(Number) },
        { task_id: ids[2], state: 'queued', after: [ids[1]] },
      ],
      ends_in_seconds: expect.any(Number),
      total: 3,
    });
    const all = await call('list_all_active_tasks', { ended: true, offset: 3 });
    expect(all).toMatchObject({ tasks: [{ task_id: done, state: 'succeeded' }], total: 4 });
    await call('cancel_task', { task_id: ids[0] });
  });
});
