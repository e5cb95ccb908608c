import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

async function aShop() {
  const registry = aRegistry({ now: () => 1_700_000_000_000 });
  for (const subject of ['orders', 'payments', ':.staging:orders'])
    await registry.register(subject, avro('S', 'a'));
  await registry.register('orders', avro('S', 'a', 'b:int=0'));
  await registry.ask('DELETE', '/subjects/payments');
  return registry;
}

describe('GET /schemas', () => {
  test('lists the versions of the default context, of one, or of all', async () => {
    const { ask } = await aShop();
    const list = async (query: string) =>
      (await ask('GET', `/schemas${query}`)).body.map(
        (each: { subject: string; version: number }) => `${each.subject} ${each.version}`,
      );
    expect(await list('')).toEqual(['orders 1', 'orders 2']);
    expect(await list('?subjectPrefix=:.staging:')).toEqual([':.staging:orders 1']);
    expect(await list('?subjectPrefix=:*:')).toEqual([
      ':.staging:orders 1',
      'orders 1',
      'orders 2',
    ]);
    expect(await list('?deleted=true')).toEqual(['orders 1', 'orders 2', 'payments 1']);
    expect(await list('?latestOnly=true')).toEqual(['orders 2']);
    expect(await list('?offset=1&limit=1')).toEqual(['orders 2']);
  });

  test('shows when a version came and whether it is deleted', async () => {
    const { ask } = await aShop();
    const { body } = await ask('GET', '/schemas?deleted=true&subjectPrefix=payments');
    expect(body).toEqual([
      {
        subject: 'payments',
        version: 1,
        id: 1,
        guid: expect.any(String),
        schemaType: 'AVRO',
        schema: avro('S', 'a'),
        ts: 1_700_000_000_000,
        deleted: true,
      },
    ]);
  });

  test('never gives more than a thousand at once', async () => {
    const { ask, register } = aRegistry();
    for (let index = 0; index < 1001; index += 1) await register(`s${index}`, '"int"');
    expect((await ask('GET', '/schemas')).body).toHaveLength(1000);
    expect((await ask('GET', '/schemas?limit=5000')).body).toHaveLength(1000);
    expect((await ask('GET', '/schemas?offset=1000')).body).toHaveLength(1);
    expect((await ask('GET', '/subjects')).body).toHaveLength(1001);
  });
});

describe('schemas by id and guid', () => {
  test('say who uses them', async () => {
    const { ask } = await aShop();
    expect((await ask('GET', '/schemas/ids/1/versions')).body).toEqual([
      { subject: 'orders', version: 1 },
    ]);
    expect((await ask('GET', '/schemas/ids/1/subjects?deleted=true')).body).toEqual(
      expect.arrayContaining(['orders', 'payments']),
    );
    expect((await ask('GET', '/schemas/ids/1?fetchMaxId=true')).body.maxId).toBe(2);
    expect((await ask('GET', '/schemas/ids/1/schema')).body).toEqual(JSON.parse(avro('S', 'a')));
  });

  test('are the same in every context by guid', async () => {
    const { ask } = await aShop();
    const { guid } = (await ask('GET', '/subjects/orders/versions/1')).body;
    expect((await ask('GET', `/schemas/guids/${guid}/ids`)).body).toEqual([
      { context: '.', id: 1 },
      { context: '.staging', id: 1 },
    ]);
    expect((await ask('GET', `/schemas/guids/${guid}`)).body.schema).toBe(avro('S', 'a'));
    expect((await ask('GET', '/schemas/guids/none')).body.error_code).toBe(40403);
    expect((await ask('GET', '/schemas/guids/none/ids')).body).toEqual([]);
  });

  test('an unknown id is not found, and its bare text fails as in the real registry', async () => {
    const { ask } = aRegistry();
    expect((await ask('GET', '/schemas/ids/9')).body).toEqual({
      error_code: 40403,
      message: 'Schema 9 not found',
    });
    expect((await ask('GET', '/schemas/ids/x')).body.error_code).toBe(404);
    expect((await ask('GET', '/schemas/ids/9/schema')).status).toBe(500);
  });
});
