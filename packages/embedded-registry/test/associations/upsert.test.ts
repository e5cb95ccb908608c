import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

const path = '/associations/resources/id-t';

async function aRegistryWithOrders() {
  const registry = aRegistry();
  await registry.register('orders', avro('Order', 'id'));
  await registry.register('other', avro('Other', 'id'));
  return registry;
}

describe('PUT /associations/resources/{resourceId}', () => {
  test('creates what is not there; the id may be left to the path', async () => {
    const { ask } = await aRegistryWithOrders();
    const { resourceId: _, ...sent } = topic('t', { subject: 'orders' });
    const { status, body } = await ask('PUT', path, sent);
    expect([status, body.resourceId, body.associations]).toEqual([
      200,
      'id-t',
      [{ subject: 'orders', associationType: 'value', lifecycle: 'WEAK', frozen: false }],
    ]);
  });

  test('creates a STRONG one, not frozen, with a schema', async () => {
    const { ask } = aRegistry();
    const { body } = await ask('PUT', path, topic('t', { schema: aSchema('V') }));
    expect(body.associations).toMatchObject([
      { subject: ':.lkc-1:t-value', lifecycle: 'STRONG', frozen: false, schema: { version: 1 } },
    ]);
  });

  test('keeps what is not sent, and the guid', async () => {
    const { ask } = await aRegistryWithOrders();
    await ask('PUT', path, topic('t', { subject: 'orders', lifecycle: 'STRONG' }));
    const [before] = (await ask('GET', path)).body;
    const { body } = await ask('PUT', path, topic('t', {}));
    expect(body.associations).toEqual([
      { subject: 'orders', associationType: 'value', lifecycle: 'STRONG', frozen: false },
    ]);
    await ask('PUT', path, topic('t', { lifecycle: 'WEAK' }));
    const [after] = (await ask('GET', path)).body;
    expect(after).toEqual({ ...before, lifecycle: 'WEAK' });
  });

  test('registers one version more; with a schema a WEAK one becomes STRONG', async () => {
    const { ask } = await aRegistryWithOrders();
    await ask('PUT', path, topic('t', { subject: 'orders' }));
    const schema = { schema: avro('Order', 'id', 'n:int=0') };
    const { body } = await ask('PUT', path, topic('t', { schema }));
    expect(body.associations).toMatchObject([
      { subject: 'orders', lifecycle: 'STRONG', schema: { version: 2 } },
    ]);
    expect((await ask('GET', '/subjects/orders/versions')).body).toEqual([1, 2]);
  });

  test('refuses a schema that does not fit, and changes nothing', async () => {
    const { ask } = await aRegistryWithOrders();
    await ask('PUT', path, topic('t', { subject: 'orders' }));
    const schema = { schema: avro('Order', 'id', 'n:int') };
    const { status, body } = await ask('PUT', path, topic('t', { schema }));
    expect([status, body.error_code]).toEqual([409, 40901]);
    expect((await ask('GET', path)).body[0].lifecycle).toBe('WEAK');
  });

  test.each([
    ['subject', { subject: 'other' }, 'subject of association cannot be changed'],
    ['frozen', { frozen: true }, 'frozen attribute of association cannot be changed'],
    [
      'lifecycle',
      { lifecycle: 'WEAK', schema: aSchema('Order') },
      'cannot be WEAK when schema is provided',
    ],
  ])('refuses another %s: 42212', async (property, association, detail) => {
    const { ask } = await aRegistryWithOrders();
    await ask('PUT', path, topic('t', { subject: 'orders' }));
    const { status, body } = await ask('PUT', path, topic('t', association));
    expect([status, body.message]).toEqual([
      422,
      `The association specified an invalid value for property: '${property}', detail: ${detail}`,
    ]);
  });

  test('refuses to change a frozen one: 40908; its schema may evolve', async () => {
    const { ask } = aRegistry();
    await ask('POST', '/associations', topic('t', { schema: { schema: avro('V', 'a') } }));
    const { status, body } = await ask('PUT', path, topic('t', { lifecycle: 'WEAK' }));
    expect([status, body]).toEqual([
      409,
      {
        error_code: 40908,
        message: "The association of type  'value' is frozen for subject ':.lkc-1:t-value'",
      },
    ]);
    const schema = { schema: avro('V', 'a', 'b:int=0') };
    expect((await ask('PUT', path, topic('t', { schema }))).body.associations).toMatchObject([
      { frozen: true, lifecycle: 'STRONG', schema: { version: 2 } },
    ]);
  });

  test('refuses to make one STRONG whose subject others have: 40904', async () => {
    const { ask } = await aRegistryWithOrders();
    for (const name of ['t', 'u'])
      await ask('POST', '/associations', topic(name, { subject: 'orders' }));
    const { body } = await ask('PUT', path, topic('t', { lifecycle: 'STRONG' }));
    expect(body.error_code).toBe(40904);
  });

  test('refuses an id that is not that of the path, and a new one that is WEAK and frozen', async () => {
    const { ask } = await aRegistryWithOrders();
    const other = await ask('PUT', path, topic('u', { subject: 'orders' }));
    expect(other.body.message).toContain("'resourceId', detail: must be 'id-t' as in the path");
    const frozen = await ask('PUT', path, topic('t', { subject: 'orders', frozen: true }));
    expect(frozen.body.message).toContain('association with lifecycle of WEAK cannot be frozen');
  });

  test('changes nothing as a dry run', async () => {
    const { ask } = await aRegistryWithOrders();
    await ask('PUT', path, topic('t', { subject: 'orders' }));
    const { body } = await ask('PUT', `${path}?dryRun=true`, topic('t', { lifecycle: 'STRONG' }));
    expect(body.associations[0].lifecycle).toBe('STRONG');
    expect((await ask('GET', path)).body[0].lifecycle).toBe('WEAK');
  });
});
