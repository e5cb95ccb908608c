import { expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';

test('answers like fetch, whatever the host', async () => {
  const { fetch } = createEmbeddedRegistry();
  const put = await fetch('http://anything:1/config/s', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ compatibility: 'FULL' }),
  });
  expect(await put.json()).toEqual({ compatibility: 'FULL' });
  const get = await fetch(new URL('https://other/config/s'));
  expect(get.ok).toBe(true);
  expect(get.headers.get('content-type')).toBe('application/vnd.schemaregistry.v1+json');
  const missing = await fetch(new Request('http://x/subjects/none/versions'));
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ error_code: 40401 });
});

test('stops for a signal', async () => {
  const { fetch } = createEmbeddedRegistry();
  await expect(fetch('http://x/', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});

test('gives no body with HEAD and 204', async () => {
  const { fetch } = createEmbeddedRegistry();
  expect(await (await fetch('http://x/subjects', { method: 'HEAD' })).text()).toBe('');
  const gone = await fetch('http://x/contexts/.none', { method: 'DELETE' });
  expect([gone.status, gone.body]).toEqual([204, null]);
});
