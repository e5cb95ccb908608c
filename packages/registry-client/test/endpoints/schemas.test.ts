import { expect, test } from 'vitest';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('schemas are found by id, in their context', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('a', { schema: '"string"' });
  await client.versions.register('b', { schema: '"string"' });
  await client.versions.register(':.staging:c', { schema: '"int"' });
  expect(await client.schemas.getById(1)).toMatchObject({ schema: '"string"' });
  expect(await client.schemas.getById(1, { fetchMaxId: true })).toMatchObject({ maxId: 1 });
  expect(await client.schemas.subjectsById(1)).toEqual(['a', 'b']);
  expect(await client.schemas.versionsById(1)).toEqual([
    { subject: 'a', version: 1 },
    { subject: 'b', version: 1 },
  ]);
  expect((await client.schemas.getById(1, { subject: ':.staging:' })).schema).toBe('"int"');
  expect((await client.inContext('staging').schemas.getById(1)).schema).toBe('"int"');
  expect(await client.inContext('staging').schemas.subjectsById(1)).toEqual([':.staging:c']);
  expect(await client.inContext('staging').schemas.getTextById(1)).toBe('"int"');
  expect((await failureOf(client.schemas.getById(99))).code).toBe('schema_not_found');
});

test('schemas are found by guid, in every context', async () => {
  const client = anEmbeddedClient();
  const { guid = '' } = await client.versions.register('a', { schema: '"string"' });
  await client.versions.register(':.staging:b', { schema: '"string"' });
  expect((await client.schemas.getByGuid(guid)).schema).toBe('"string"');
  expect(await client.schemas.idsByGuid(guid)).toEqual([
    { context: '.', id: 1 },
    { context: '.staging', id: 1 },
  ]);
  const unknown = '00000000-0000-0000-0000-000000000000';
  expect(await client.schemas.idsByGuid(unknown)).toEqual([]);
  expect((await failureOf(client.schemas.getByGuid(unknown))).code).toBe('schema_not_found');
  expect((await failureOf(client.schemas.getByGuid('..'))).code).toBe('invalid_argument');
});

test('schemas are listed by prefix, deleted or latest only', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('a', { schema: aRecord('A', 'one') });
  await client.versions.register('a', { schema: aRecord('A', 'one', 'two') });
  await client.versions.register(':.staging:a', { schema: '"int"' });
  await client.versions.delete('a', 1);
  const versions = async (options: Parameters<typeof client.schemas.list>[0]) =>
    (await client.schemas.list(options)).map(({ subject, version }) => `${subject} ${version}`);
  expect(await versions({})).toEqual(['a 2']);
  expect(await versions({ deleted: true })).toEqual(['a 1', 'a 2']);
  expect(await versions({ deleted: true, latestOnly: true })).toEqual(['a 2']);
  expect(await versions({ subjectPrefix: ':*:' })).toEqual([':.staging:a 1', 'a 2']);
  expect(await versions({ subjectPrefix: ':*:', offset: 1, limit: 1 })).toEqual(['a 2']);
});

test('the formats are listed', async () => {
  const types = await anEmbeddedClient().schemas.types();
  expect(types.toSorted()).toEqual(['AVRO', 'JSON', 'PROTOBUF']);
});
