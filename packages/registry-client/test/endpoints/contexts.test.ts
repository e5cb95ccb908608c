import { expect, test } from 'vitest';
import { anEmbeddedClient } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('contexts come with their first registration and go when they are empty', async () => {
  const client = anEmbeddedClient();
  expect(await client.contexts.list()).toEqual(['.']);
  const staging = client.inContext('staging');
  await staging.versions.register('s', { schema: '"string"' });
  await client.inContext('test').versions.register('s', { schema: '"string"' });
  expect(await client.contexts.list()).toEqual(['.', '.staging', '.test']);
  expect(await staging.contexts.list()).toEqual(['.', '.staging', '.test']);
  expect(await client.contexts.list({ prefix: '.st' })).toEqual(['.staging']);
  expect(await client.contexts.list({ offset: 1, limit: 1 })).toEqual(['.staging']);

  expect((await failureOf(client.contexts.delete('staging'))).code).toBe('context_not_empty');
  await staging.subjects.delete('s');
  expect((await failureOf(client.contexts.delete(':.staging:'))).code).toBe('context_not_empty');
  await staging.subjects.delete('s', { permanent: true });
  expect(await staging.contexts.delete('.staging')).toBeUndefined();
  expect(await client.contexts.list()).toEqual(['.', '.test']);
});

test.each(['', 'a:b', '*', 'a\nb'])('the name %j is refused', async (name) => {
  const client = anEmbeddedClient();
  expect((await failureOf(client.contexts.delete(name))).code).toBe('invalid_argument');
  expect(() => client.inContext(name)).toThrow(
    expect.objectContaining({ code: 'invalid_argument' }),
  );
});

test('no name of a context is folded away, so nothing else is deleted', async () => {
  const client = anEmbeddedClient();
  await client.inContext('..').versions.register('s', { schema: '"string"' });
  expect((await failureOf(client.contexts.delete('..'))).code).toBe('context_not_empty');
  await client.inContext('..').subjects.delete('s');
  await client.inContext('..').subjects.delete('s', { permanent: true });
  await client.contexts.delete('..');
  expect(await client.contexts.list()).toEqual(['.']);
});
