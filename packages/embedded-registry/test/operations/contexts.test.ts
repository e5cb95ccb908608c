import { expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

test('a context comes with its first schema and goes when it is empty', async () => {
  const { ask, register } = aRegistry();
  await ask('PUT', '/config/:.b:', { compatibility: 'NONE' });
  expect((await ask('GET', '/contexts')).body).toEqual(['.']);
  await register(':.b:s', avro('S', 'a'));
  await register(':.a:s', avro('S', 'a'));
  expect((await ask('GET', '/contexts')).body).toEqual(['.', '.a', '.b']);
  expect((await ask('GET', '/contexts?contextPrefix=.b')).body).toEqual(['.b']);
  const refused = await ask('DELETE', '/contexts/b');
  expect(refused.body).toEqual({
    error_code: 42211,
    message: "The specified context ':.b:' is not empty.",
  });
  await ask('DELETE', '/subjects/:.b:s');
  expect((await ask('DELETE', '/contexts/.b')).status).toBe(422);
  await ask('DELETE', '/subjects/:.b:s?permanent=true');
  expect(await ask('DELETE', '/contexts/.b')).toMatchObject({ status: 204, body: '' });
  expect((await ask('GET', '/contexts')).body).toEqual(['.', '.a']);
  expect((await ask('GET', '/config/:.b:')).body.compatibilityLevel).toBe('NONE');
  expect((await ask('DELETE', '/contexts/.none')).status).toBe(204);
});
