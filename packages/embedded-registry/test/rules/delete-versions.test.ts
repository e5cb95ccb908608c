import { expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

async function withTwoVersions() {
  const registry = aRegistry();
  await registry.register('s', avro('S', 'a'));
  await registry.register('s', avro('S', 'a', 'b:int=0'));
  return registry;
}

test('a version goes softly first, then for good', async () => {
  const { ask } = await withTwoVersions();
  expect((await ask('DELETE', '/subjects/s/versions/1?permanent=true')).body.error_code).toBe(
    40407,
  );
  expect((await ask('DELETE', '/subjects/s/versions/1')).body).toBe(1);
  expect((await ask('DELETE', '/subjects/s/versions/1')).body.error_code).toBe(40406);
  expect((await ask('GET', '/subjects/s/versions/1')).body.error_code).toBe(40402);
  expect((await ask('GET', '/subjects/s/versions/1?deleted=true')).body.deleted).toBe(true);
  expect((await ask('GET', '/schemas/ids/1')).body.schema).toBe(avro('S', 'a'));
  expect((await ask('GET', '/subjects/s/versions?deletedAsNegative=true')).body).toEqual([-1, 2]);
  expect((await ask('DELETE', '/subjects/s/versions/1?permanent=true')).body).toBe(1);
  expect((await ask('GET', '/schemas/ids/1')).body.error_code).toBe(40403);
});

test('latest is the newest live version', async () => {
  const { ask } = await withTwoVersions();
  expect((await ask('DELETE', '/subjects/s/versions/latest')).body).toBe(2);
  expect((await ask('DELETE', '/subjects/s/versions/-1')).body).toBe(1);
  expect((await ask('DELETE', '/subjects/s/versions/latest')).body.error_code).toBe(40401);
});

test('a subject goes softly, then for good, and takes its settings along', async () => {
  const { ask } = await withTwoVersions();
  await ask('PUT', '/config/s', { compatibility: 'NONE' });
  expect((await ask('DELETE', '/subjects/s?permanent=true')).body.error_code).toBe(40405);
  expect((await ask('DELETE', '/subjects/s')).body).toEqual([1, 2]);
  expect((await ask('DELETE', '/subjects/s')).body.error_code).toBe(40404);
  expect((await ask('GET', '/subjects')).body).toEqual([]);
  expect((await ask('GET', '/subjects?deletedOnly=true')).body).toEqual(['s']);
  expect((await ask('GET', '/config/s')).body.compatibilityLevel).toBe('NONE');
  expect((await ask('DELETE', '/subjects/s?permanent=true')).body).toEqual([1, 2]);
  expect((await ask('GET', '/config/s')).body.error_code).toBe(40408);
  expect((await ask('DELETE', '/subjects/s')).body.error_code).toBe(40401);
});

test('an id is never given twice', async () => {
  const { ask, register } = await withTwoVersions();
  await ask('DELETE', '/subjects/s');
  await ask('DELETE', '/subjects/s?permanent=true');
  expect((await register('s', avro('S', 'a'))).body).toMatchObject({ id: 3, version: 1 });
});

test('what refers to a subject from within does not keep it, whoever else had the same schema', async () => {
  const { ask, register } = aRegistry();
  await ask('PUT', '/config', { compatibility: 'NONE' });
  await register('b', avro('B', 'x'));
  const references = [{ name: 'B', subject: 'b', version: 1 }];
  const referring = { schema: avro('R', 'x'), references };
  await register('b', referring);
  await register('a', referring);
  expect((await ask('DELETE', '/subjects/b')).body.error_code).toBe(42206);
  expect((await ask('DELETE', '/subjects/a')).body).toEqual([1]);
  expect((await ask('DELETE', '/subjects/b')).body).toEqual([1, 2]);
  expect((await ask('DELETE', '/subjects/b?permanent=true')).body.error_code).toBe(42206);
  await ask('DELETE', '/subjects/a?permanent=true');
  expect((await ask('DELETE', '/subjects/b?permanent=true')).body).toEqual([1, 2]);
});
