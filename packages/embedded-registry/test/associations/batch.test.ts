import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

async function aRegistryWithOrders() {
  const registry = aRegistry();
  await registry.register('orders', avro('Order', 'id'));
  const mutate = (...requests: object[]) =>
    registry.ask('POST', '/associations:batchMutate', { requests });
  return { ...registry, mutate };
}

describe('POST /associations:batchMutate', () => {
  test('does each request alone, in order: what fails leaves the others', async () => {
    const { ask, mutate } = await aRegistryWithOrders();
    const { status, body } = await mutate(
      topic('a', { opType: 'CREATE', subject: 'orders' }),
      topic('b', { opType: 'CREATE', subject: 'unknown' }),
      topic('c', { opType: 'UPSERT', schema: aSchema('C') }),
      topic('a', { opType: 'UPSERT', lifecycle: 'STRONG' }),
      topic('d', { opType: 'CREATE', subject: 'orders' }),
      topic('c', { opType: 'DELETE', cascadeLifecycle: true }),
      topic('e', { opType: 'DELETE' }),
      topic('', { opType: 'DELETE' }),
    );
    expect(status).toBe(207);
    expect(body.results).toMatchObject([
      { result: { resourceName: 'a', associations: [{ subject: 'orders', lifecycle: 'WEAK' }] } },
      { error: { error_code: 40907 } },
      {
        result: { associations: [{ lifecycle: 'STRONG', frozen: false, schema: { version: 1 } }] },
      },
      { result: { associations: [{ subject: 'orders', lifecycle: 'STRONG' }] } },
      {
        error: {
          error_code: 40905,
          message: "A strong association already exists for subject 'orders'",
        },
      },
      { result: { resourceName: 'c', resourceId: 'id-c', resourceType: 'topic' } },
      { error: { error_code: 40410, message: "Association for 'id-e' not found." } },
      { error: { error_code: 42212 } },
    ]);
    expect(body.results[5].result).not.toHaveProperty('associations');
    expect((await ask('GET', '/associations/resources/-/-')).body).toHaveLength(1);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual(['orders']);
  });

  test('does all of a request or nothing', async () => {
    const { ask, mutate } = await aRegistryWithOrders();
    await mutate(topic('t', { opType: 'CREATE', subject: 'orders' }));
    const { body } = await mutate(
      topic(
        't',
        { opType: 'DELETE' },
        { opType: 'CREATE', associationType: 'key', schema: { schema: '!' } },
      ),
    );
    expect(body.results[0].error.error_code).toBe(42201);
    expect((await ask('GET', '/associations/resources/id-t')).body).toHaveLength(1);
  });

  test('lets a STRONG one take the subject of one that goes', async () => {
    const { ask, mutate } = await aRegistryWithOrders();
    await mutate(topic('t', { opType: 'CREATE', subject: 'orders' }));
    const strong = { associationType: 'key', subject: 'orders', lifecycle: 'STRONG' };
    const { body } = await mutate(
      topic('t', { opType: 'DELETE' }, { opType: 'CREATE', ...strong }),
    );
    expect(body.results[0].result.associations).toMatchObject([strong]);
    expect((await ask('GET', '/associations/resources/id-t')).body).toMatchObject([strong]);
  });

  test('refuses to associate, or to refer to, a subject that goes: 40907', async () => {
    const { ask, mutate } = await aRegistryWithOrders();
    await mutate(topic('t', { opType: 'CREATE', subject: 'orders', lifecycle: 'STRONG' }));
    const going = { opType: 'DELETE', cascadeLifecycle: true };
    const referring = {
      schema: '{"type":"record","name":"R","fields":[{"name":"o","type":"Order"}]}',
      references: [{ name: 'Order', subject: 'orders', version: 1 }],
    };
    const own = { subject: 'mine', schema: referring };
    for (const key of [{ subject: 'orders' }, own]) {
      const both = topic('t', going, { opType: 'UPSERT', associationType: 'key', ...key });
      expect((await mutate(both)).body.results).toMatchObject([{ error: { error_code: 40907 } }]);
    }
    expect((await ask('GET', '/subjects')).body).toEqual(['orders']);
    expect((await ask('GET', '/associations/subjects/orders')).body).toHaveLength(1);
  });

  test('changes nothing as a dry run', async () => {
    const { ask, register } = aRegistry();
    await register('orders', avro('Order', 'id'));
    const requests = [topic('a', { opType: 'CREATE', subject: 'orders' })];
    const answer = await ask('POST', '/associations:batchMutate?dryRun=true', { requests });
    expect(answer.body.results[0]).toHaveProperty('result');
    expect((await ask('GET', '/associations/resources/-/-')).body).toEqual([]);
  });

  test.each([{}, { requests: [] }, { requests: null }])('does nothing for %j', async (body) => {
    for (const path of ['/associations:batchMutate', '/associations:batchGet']) {
      const answer = await aRegistry().ask('POST', path, body);
      expect([answer.status, answer.body]).toEqual([207, {}]);
    }
  });
});

describe('POST /associations:batchGet', () => {
  async function get(...requests: object[]) {
    const { ask, mutate } = await aRegistryWithOrders();
    await mutate(
      topic(
        'a',
        { opType: 'CREATE', subject: 'orders' },
        { opType: 'CREATE', associationType: 'key', schema: aSchema('K') },
      ),
      topic('b', { opType: 'CREATE', subject: 'orders' }),
    );
    const { status, body } = await ask('POST', '/associations:batchGet', { requests });
    expect(status).toBe(207);
    return body.results;
  }
  const resource = {
    resourceName: 'a',
    resourceNamespace: 'lkc-1',
    resourceId: 'id-a',
    resourceType: 'topic',
  };
  const key = {
    subject: ':.lkc-1:a-key',
    associationType: 'key',
    lifecycle: 'STRONG',
    frozen: true,
  };
  const value = { subject: 'orders', associationType: 'value', lifecycle: 'WEAK', frozen: false };

  test('answers each question by id or name', async () => {
    const both = { result: { ...resource, associations: [key, value] } };
    expect(
      await get(
        { resourceId: 'id-a' },
        { resourceName: 'a', resourceNamespace: 'lkc-1' },
        { resourceName: 'a', resourceNamespace: '-' },
        { resourceName: 'a' },
      ),
    ).toEqual([both, both, both, both]);
  });

  test('answers with those that are asked for', async () => {
    expect(
      await get(
        { resourceId: 'id-a', associationTypes: ['key'] },
        { resourceId: 'id-a', lifecycle: 'WEAK' },
        { resourceId: 'none' },
      ),
    ).toEqual([
      { result: { ...resource, associations: [key] } },
      { result: { ...resource, associations: [value] } },
      { result: { resourceId: 'none', resourceType: 'topic' } },
    ]);
  });

  test('refuses a question for nothing or for several resources', async () => {
    const [nothing, several] = await get({}, { resourceNamespace: 'lkc-1', resourceName: '-' });
    expect([nothing.error.error_code, several.error.error_code]).toEqual([42212, 42212]);
  });

  test('shows the latest schemas when it is asked to', async () => {
    const { ask, register, mutate } = await aRegistryWithOrders();
    await mutate(topic('a', { opType: 'CREATE', subject: 'orders' }));
    await register('orders', avro('Order', 'id', 'n:int=0'));
    const requests = [{ resourceId: 'id-a' }];
    const { body } = await ask('POST', '/associations:batchGet?includeSchemas=true', { requests });
    const version = (await ask('GET', '/subjects/orders/versions/2')).body;
    expect(body.results[0].result.associations[0].schema).toEqual(version);
  });
});
