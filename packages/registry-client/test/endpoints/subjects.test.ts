import { expect, test } from 'vitest';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('subjects are listed by prefix, in pages, with and without what is deleted', async () => {
  const client = anEmbeddedClient();
  for (const subject of ['orders-key', 'orders-value', 'payments', ':.staging:orders-value'])
    await client.versions.register(subject, { schema: '"string"' });
  await client.subjects.delete('orders-key');
  expect(await client.subjects.list()).toEqual([
    ':.staging:orders-value',
    'orders-value',
    'payments',
  ]);
  expect(await client.subjects.list({ subjectPrefix: ':.staging:' })).toEqual([
    ':.staging:orders-value',
  ]);
  expect(await client.subjects.list({ subjectPrefix: 'orders', deleted: true })).toEqual([
    'orders-key',
    'orders-value',
  ]);
  expect(await client.subjects.list({ deletedOnly: true })).toEqual(['orders-key']);
  expect(await client.subjects.list({ offset: 1, limit: 1 })).toEqual(['orders-value']);
});

test('a subject that something refers to is not deleted', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('address', { schema: aRecord('Address', 'street') });
  await client.versions.register('order', {
    schema: '{"type":"record","name":"Order","fields":[{"name":"to","type":"Address"}]}',
    references: [{ name: 'Address', subject: 'address', version: 1 }],
  });
  const error = await failureOf(client.subjects.delete('address'));
  expect(error).toMatchObject({ code: 'reference_exists', errorNumber: 42206, status: 422 });
});

test('the order of deletion is told by its errors', async () => {
  const client = anEmbeddedClient();
  const codeOf = async (call: Promise<unknown>) => (await failureOf(call)).code;
  expect(await codeOf(client.subjects.delete('s'))).toBe('subject_not_found');
  await client.versions.register('s', { schema: '"string"' });
  expect(await codeOf(client.subjects.delete('s', { permanent: true }))).toBe(
    'subject_not_soft_deleted',
  );
  await client.subjects.delete('s');
  expect(await codeOf(client.subjects.delete('s'))).toBe('subject_soft_deleted');
});

test('the latest version with given metadata is found', async () => {
  const client = anEmbeddedClient();
  for (const [index, team] of ['a&b', 'a&b', 'c'].entries()) {
    await client.versions.register('s', {
      schema: aRecord('S', ...['one', 'two', 'three'].slice(0, index + 1)),
      metadata: { properties: { team, 'the stage': 'live' } },
    });
  }
  const properties = { team: 'a&b', 'the stage': 'live' };
  expect((await client.subjects.latestWithMetadata('s', { properties })).version).toBe(2);
  const none = client.subjects.latestWithMetadata('s', { properties: { team: 'x' } });
  expect((await failureOf(none)).code).toBe('schema_not_found');
});
