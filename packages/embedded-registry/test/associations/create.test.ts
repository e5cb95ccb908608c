import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

describe('POST /associations', () => {
  test('associates a subject that has a version, WEAK by default', async () => {
    const { ask, register } = aRegistry();
    await register('orders', avro('Order', 'id'));
    const { status, body } = await ask('POST', '/associations', topic('t', { subject: 'orders' }));
    expect([status, body]).toEqual([
      200,
      {
        resourceName: 't',
        resourceNamespace: 'lkc-1',
        resourceId: 'id-t',
        resourceType: 'topic',
        associations: [
          { subject: 'orders', associationType: 'value', lifecycle: 'WEAK', frozen: false },
        ],
      },
    ]);
    const [found] = (await ask('GET', '/associations/subjects/orders')).body;
    expect(found).toEqual({
      subject: 'orders',
      guid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
      resourceName: 't',
      resourceNamespace: 'lkc-1',
      resourceId: 'id-t',
      resourceType: 'topic',
      associationType: 'value',
      lifecycle: 'WEAK',
      frozen: false,
    });
    expect(Object.keys(found)).toEqual([
      'subject',
      'guid',
      'resourceName',
      'resourceNamespace',
      'resourceId',
      'resourceType',
      'associationType',
      'lifecycle',
      'frozen',
    ]);
  });

  test('registers the schemas that come with it, under the subjects of the resource', async () => {
    const { ask } = aRegistry();
    const sent = topic(
      't',
      { associationType: 'key', schema: aSchema('Key') },
      { schema: aSchema('Value') },
    );
    const { status, body } = await ask('POST', '/associations', sent);
    expect(status).toBe(200);
    expect(body.associations).toMatchObject([
      {
        subject: ':.lkc-1:t-key',
        associationType: 'key',
        lifecycle: 'STRONG',
        frozen: true,
        schema: { subject: ':.lkc-1:t-key', version: 1, id: 1, schemaType: 'AVRO' },
      },
      { subject: ':.lkc-1:t-value', associationType: 'value', schema: { version: 1, id: 2 } },
    ]);
    for (const [type, id] of [
      ['key', 1],
      ['value', 2],
    ]) {
      const { body } = await ask('GET', `/subjects/:.lkc-1:t-${type}/versions/1`);
      expect(body).toMatchObject({ id, version: 1 });
    }
    expect((await ask('GET', '/contexts')).body).toEqual(['.', '.lkc-1']);
  });

  test('gives the same schema of key and value one id', async () => {
    const { ask } = aRegistry();
    const schema = aSchema('Both');
    const sent = topic('t', { associationType: 'key', schema }, { schema });
    const { body } = await ask('POST', '/associations', sent);
    expect(body.associations.map((each: { schema: { id: number } }) => each.schema.id)).toEqual([
      1, 1,
    ]);
    expect((await ask('GET', '/schemas/ids/1/versions?subject=:.lkc-1:')).body).toHaveLength(2);
  });

  test('refuses ids given by hand that key and value would share, before anything is registered', async () => {
    const { ask } = aRegistry();
    await ask('PUT', '/mode/:.lkc-1:', { mode: 'IMPORT' });
    const sent = topic(
      't',
      { associationType: 'key', schema: { ...aSchema('Key'), id: 5 } },
      { schema: { ...aSchema('Value'), id: 5 } },
    );
    const { body } = await ask('POST', '/associations', sent);
    expect(body.error_code).toBe(42205);
    expect((await ask('GET', '/subjects')).body).toEqual([]);
  });

  test('normalizes the schema when it is asked to', async () => {
    const { ask } = aRegistry();
    const schema = { schemaType: 'JSON', schema: '{"type":"object","description":"d"}' };
    const register = (name: string, normalize: boolean) =>
      ask('POST', '/associations', topic(name, { schema, normalize }));
    const plain = (await register('p', false)).body.associations[0].schema.schema;
    const normal = (await register('n', true)).body.associations[0].schema.schema;
    expect([plain, normal]).toEqual([schema.schema, '{"description":"d","type":"object"}']);
  });

  test('does all or nothing', async () => {
    const { ask } = aRegistry();
    const sent = topic(
      't',
      { associationType: 'key', schema: aSchema('Key') },
      { schema: { schema: 'no schema' } },
    );
    const { status, body } = await ask('POST', '/associations', sent);
    expect([status, body.error_code]).toEqual([422, 42201]);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual([]);
    expect((await ask('GET', '/associations/resources/id-t')).body).toEqual([]);
  });

  test('changes nothing as a dry run, and answers as it would', async () => {
    const { ask } = aRegistry();
    const { resourceId: _, ...sent } = topic('t', { schema: aSchema('Value') });
    const { status, body } = await ask('POST', '/associations?dryRun=true', sent);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      resourceName: 't',
      associations: [{ subject: ':.lkc-1:t-value', lifecycle: 'STRONG', schema: { version: 1 } }],
    });
    expect(body).not.toHaveProperty('resourceId');
    expect((await ask('GET', '/subjects')).body).toEqual([]);
    expect((await ask('GET', '/associations/resources/-/-')).body).toEqual([]);
  });

  test('can be repeated', async () => {
    const { ask, register } = aRegistry();
    await register('orders', avro('Order', 'id'));
    const shared = topic('s', { subject: 'orders' });
    const own = topic('o', { schema: aSchema('Value') });
    for (const sent of [shared, own]) {
      const first = await ask('POST', '/associations', sent);
      const again = await ask('POST', '/associations', sent);
      expect(again.status).toBe(200);
      expect(again.body.associations[0].subject).toEqual(first.body.associations[0].subject);
    }
    expect((await ask('GET', '/associations/resources/-/-')).body).toHaveLength(2);
    expect((await ask('GET', '/subjects/:.lkc-1:o-value/versions')).body).toEqual([1]);
  });

  test.each([
    ['another subject', { subject: 'other' }],
    ['another lifecycle', { subject: 'orders', lifecycle: 'STRONG' }],
  ])('refuses the same type for the same resource with %s: 40903', async (_, association) => {
    const { ask, register } = aRegistry();
    await register('orders', avro('Order', 'id'));
    await register('other', avro('Other', 'id'));
    await ask('POST', '/associations', topic('t', { subject: 'orders' }));
    const { status, body } = await ask('POST', '/associations', topic('t', association));
    expect([status, body]).toEqual([
      409,
      {
        error_code: 40903,
        message: "An association of type 'value' already exists for resource 'id-t'",
      },
    ]);
  });

  test('refuses to repeat one with a schema that its subject does not have: 40903', async () => {
    const { ask } = aRegistry();
    await ask('POST', '/associations', topic('t', { schema: aSchema('A') }));
    const again = await ask('POST', '/associations', topic('t', { schema: aSchema('B') }));
    expect(again.body.error_code).toBe(40903);
  });

  test('refuses a subject without a live version: 40907', async () => {
    const { ask, register } = aRegistry();
    await register('gone', avro('Gone', 'id'));
    await ask('DELETE', '/subjects/gone');
    for (const subject of ['never', 'gone']) {
      const { status, body } = await ask('POST', '/associations', topic('t', { subject }));
      expect([status, body]).toEqual([
        409,
        {
          error_code: 40907,
          message: `No active (non-deleted) version exists for subject '${subject}'`,
        },
      ]);
    }
  });

  test('lets WEAK ones share a subject, and a STRONG one be alone: 40904, 40905', async () => {
    const { ask, register } = aRegistry();
    await register('shared', avro('Shared', 'id'));
    await register('own', avro('Own', 'id'));
    const associate = (name: string, subject: string, lifecycle: string) =>
      ask('POST', '/associations', topic(name, { subject, lifecycle }));
    expect((await associate('a', 'shared', 'WEAK')).status).toBe(200);
    expect((await associate('b', 'shared', 'WEAK')).status).toBe(200);
    expect((await associate('c', 'shared', 'STRONG')).body).toEqual({
      error_code: 40904,
      message: "An association already exists for subject 'shared'",
    });
    expect((await associate('d', 'own', 'STRONG')).status).toBe(200);
    expect((await associate('e', 'own', 'WEAK')).body).toEqual({
      error_code: 40905,
      message: "A strong association already exists for subject 'own'",
    });
    const both = topic('f', { subject: 'own', associationType: 'key' }, { subject: 'own' });
    expect((await ask('POST', '/associations', both)).body.error_code).toBe(40905);
  });

  test('refuses one subject for key and value of which one is STRONG', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    const both = (key: string, value: string) =>
      topic(
        't',
        { subject: 's', associationType: 'key', lifecycle: key },
        { subject: 's', lifecycle: value },
      );
    expect((await ask('POST', '/associations', both('STRONG', 'STRONG'))).body.error_code).toBe(
      40904,
    );
    expect((await ask('POST', '/associations', both('WEAK', 'STRONG'))).body.error_code).toBe(
      40905,
    );
    expect((await ask('POST', '/associations', both('WEAK', 'WEAK'))).status).toBe(200);
  });

  test('takes a STRONG one of the default subject of its resource', async () => {
    const { ask, register } = aRegistry();
    await register(':.lkc-1:t-value', avro('V', 'id'));
    const { body } = await ask('POST', '/associations', topic('t', { lifecycle: 'STRONG' }));
    expect(body.associations).toEqual([
      {
        subject: ':.lkc-1:t-value',
        associationType: 'value',
        lifecycle: 'STRONG',
        frozen: false,
      },
    ]);
  });

  test('refuses where nothing may be written: 42205', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    await ask('PUT', '/mode/s', { mode: 'READONLY' });
    const { body } = await ask('POST', '/associations', topic('t', { subject: 's' }));
    expect(body.error_code).toBe(42205);
  });

  test('takes a frozen one without a schema where versions are imported', async () => {
    const { ask } = aRegistry();
    await ask('PUT', '/mode/:.lkc-1:', { mode: 'IMPORT' });
    await ask('POST', '/subjects/:.lkc-1:t-value/versions', { ...aSchema('V'), id: 7 });
    const { status, body } = await ask('POST', '/associations', topic('t', { frozen: true }));
    expect([status, body.associations[0]]).toMatchObject([
      200,
      { lifecycle: 'STRONG', frozen: true },
    ]);
  });
});

test('a registry takes 20,000 associations and no more: 40902', async () => {
  const { ask, register } = aRegistry();
  await register('s', avro('S', 'id'));
  const weak = { opType: 'CREATE', subject: 's' };
  const requests = Array.from({ length: 10_000 }, (_, number) =>
    topic(`t${number}`, { ...weak, associationType: 'key' }, weak),
  );
  const { body } = await ask('POST', '/associations:batchMutate', { requests });
  expect(body.results.every((each: object) => 'result' in each)).toBe(true);
  const more = await ask('POST', '/associations', topic('more', { subject: 's' }));
  expect([more.status, more.body]).toEqual([
    409,
    { error_code: 40902, message: 'A maximum of 20000 associations already exist' },
  ]);
  await ask('DELETE', '/associations/resources/id-t0?associationType=key');
  expect((await ask('POST', '/associations', topic('more', { subject: 's' }))).status).toBe(200);
  expect((await ask('GET', '/associations/subjects/s')).body).toHaveLength(1000);
  expect((await ask('GET', '/associations/subjects/s?limit=1001')).body).toHaveLength(1000);
  expect((await ask('GET', '/associations/subjects/s?offset=19999')).body).toHaveLength(1);
}, 60_000);
