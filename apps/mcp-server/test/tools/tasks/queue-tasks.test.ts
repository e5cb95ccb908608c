import { describe, expect, it } from 'vitest';
import { aRecord, aSetting, connect, connectToRegistry } from '../../connect.ts';

const maintenance = [
  { tool: 'register_schema', arguments: { subject: 'orders', schema: aRecord('R', 'a') } },
  { tool: 'update_global_config', arguments: { compatibility: 'full' } },
  { tool: 'get_registry_statistics' },
];

async function ended(
  call: Awaited<ReturnType<typeof connectToRegistry>>['call'],
  task_id: unknown,
) {
  return call('get_task_progress', { task_id, wait_seconds: 50 });
}

describe('queue_tasks', () => {
  it('runs calls one after the other, each with its result', async () => {
    const { call, requests } = await connectToRegistry();
    const queued = await call('queue_tasks', { calls: maintenance });
    expect(queued).toMatchObject({
      dry_run: false,
      tasks: [
        {
          tool: 'register_schema',
          title: 'Register a schema (orders, the default context)',
        },
        { tool: 'update_global_config' },
        { tool: 'get_registry_statistics' },
      ],
      next: expect.stringContaining('list_all_active_tasks'),
    });
    const [first, second, third] = queued['tasks'] as { task_id: string }[];
    expect(await ended(call, third?.task_id)).toMatchObject({
      state: 'succeeded',
      after: [second?.task_id],
      result: { total_schemas: 1 },
    });
    expect(await ended(call, first?.task_id)).toMatchObject({
      result: { context: '.', subject: 'orders', version: 1 },
    });
    expect(requests.findIndex((each) => each.startsWith('PUT /config'))).toBeGreaterThan(
      requests.findIndex((each) => each.startsWith('POST /subjects/orders/versions')),
    );
    expect(await call('get_global_config')).toMatchObject({ config: { compatibility: 'FULL' } });
  });

  it('only checks, and says how long it would take, in a dry run', async () => {
    const { call, requests } = await connectToRegistry();
    await call('get_registry_statistics');
    const before = requests.length;
    const answer = await call('queue_tasks', { calls: maintenance.slice(2), dry_run: true });
    expect(answer).toMatchObject({
      dry_run: true,
      tasks: [{ tool: 'get_registry_statistics', takes_seconds: expect.any(Number) }],
      ends_in_seconds: expect.any(Number),
    });
    expect(answer['tasks']).toMatchObject([
      expect.not.objectContaining({ task_id: expect.anything() }),
    ]);
    expect(requests.length).toBe(before);
    expect(await call('list_all_active_tasks', { ended: true })).toMatchObject({ total: 1 });
  });

  it.each([
    ['no_such_tool', {}, 'invalid_arguments', 'There is no tool'],
    ['get_shema', {}, 'invalid_arguments', 'Did you mean get_schema?'],
    ['get_schema', {}, 'invalid_arguments', "'subject' is missing"],
    ['get_schema', { subject: 'a', version: 1, x: 1 }, 'invalid_arguments', "'x'"],
    ['get_schema', { subject: 'a', registry: 'none' }, 'unknown_registry', 'none'],
    ['get_schema', { subject: ':.a:b', context: 'c' }, 'invalid_arguments', '.c'],
    ['queue_tasks', { calls: [] }, 'invalid_arguments', '>=1'],
    ['queue_tasks', { calls: [{ tool: 'get_mode' }] }, 'invalid_arguments', 'cannot be queued'],
    ['cancel_task', { task_id: 'a' }, 'invalid_arguments', 'cannot be queued'],
  ])('queues nothing when one call is wrong: %s %j', async (tool, written, code, said) => {
    const { call, requests } = await connectToRegistry();
    const calls = [...maintenance, { tool, arguments: written }];
    const { error } = await call('queue_tasks', { calls });
    expect(error).toMatchObject({ code, message: expect.stringContaining(`Call 4 of ${tool}:`) });
    expect(error.message).toContain(said);
    expect(await call('list_all_active_tasks', { ended: true })).toMatchObject({ total: 0 });
    expect(requests).toEqual([]);
  });

  it('lets nobody write to a registry that is view-only', async () => {
    const written = { subject: 'a', schema: aRecord('R', 'a') };
    const sent: string[] = [];
    const prod = aSetting('prod');
    const fetch: typeof globalThis.fetch = async (input, init) => {
      sent.push(new Request(input, init).method);
      return (prod.fetch ?? globalThis.fetch)(input, init);
    };
    const { call, client } = await connect({
      registries: { dev: aSetting('dev'), prod: { ...prod, fetch, viewOnly: true } },
    });
    const later = (registry: string) => ({
      tool: 'register_schema',
      arguments: { ...written, registry },
    });
    const { error } = await call('queue_tasks', { calls: [later('dev'), later('prod')] });
    expect(error).toMatchObject({ code: 'view_only', message: expect.stringContaining('Call 2') });
    expect(await call('list_all_active_tasks', { ended: true })).toMatchObject({ total: 0 });
    expect(sent).toEqual([]);
    const { tools } = await client.listTools();
    const listed = tools.find(({ name }) => name === 'queue_tasks');
    expect(listed?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });
  });

  it('works in the registries that were meant when it was queued', async () => {
    const { call } = await connect({
      registries: { one: aSetting('one'), two: aSetting('two'), three: aSetting('three') },
    });
    const queued = await call('queue_tasks', {
      calls: [
        { tool: 'get_registry_statistics' },
        ...maintenance.slice(0, 1),
        { tool: 'compare_registries', arguments: { target: 'three' } },
      ],
    });
    await call('switch_default_registry', { registry: 'two' });
    const [, second, third] = queued['tasks'] as { task_id: string }[];
    expect(await ended(call, second?.task_id)).toMatchObject({ result: { registry: 'one' } });
    expect(await ended(call, third?.task_id)).toMatchObject({
      state: 'succeeded',
      result: { source: 'one', target: 'three' },
    });
  });

  it('takes arguments by old names, too', async () => {
    const { call } = await connect({ registries: { a: aSetting('a'), b: aSetting('b') } });
    const written = { tool: 'get_registry_statistics', arguments: { registry_name: 'b' } };
    const queued = await call('queue_tasks', { calls: [written] });
    const [first] = queued['tasks'] as { task_id: string }[];
    expect(await ended(call, first?.task_id)).toMatchObject({
      state: 'succeeded',
      result: { registry: 'b' },
    });
  });

  it('cancels what comes after a call that failed, and says why', async () => {
    const { call } = await connectToRegistry();
    const queued = await call('queue_tasks', {
      calls: [{ tool: 'delete_subject', arguments: { subject: 'none' } }, ...maintenance],
    });
    const [first, second] = queued['tasks'] as { task_id: string }[];
    expect(await ended(call, first?.task_id)).toMatchObject({
      state: 'failed',
      failure: { code: 'subject_not_found', next: expect.stringContaining('list_subjects') },
    });
    expect(await ended(call, second?.task_id)).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining('failed'),
    });
    expect(await call('list_subjects')).toMatchObject({ subjects: [] });
  });

  it('takes no more than can wait, and then none', async () => {
    const { call } = await connectToRegistry({ tasks: { limits: { queued: 2 } } });
    const calls = Array.from({ length: 10 }, () => ({ tool: 'get_registry_statistics' }));
    const { error } = await call('queue_tasks', { calls });
    expect(error.code).toBe('queue_full');
    const { tasks } = await call('list_all_active_tasks', { ended: true });
    const states = (tasks as { state: string }[]).map(({ state }) => state);
    expect(states.every((state) => state !== 'queued' && state !== 'running')).toBe(true);
  });
});
