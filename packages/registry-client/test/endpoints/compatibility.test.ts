import { expect, test } from 'vitest';
import { aClientAnswered } from '../answering.ts';
import { anEmbeddedClient, aRecord } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('a schema is checked against the latest version, one version or all, with reasons', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('s', { schema: aRecord('S', 'a') });
  await client.versions.register('s', { schema: aRecord('S', 'a', 'b') });
  const compatible = { compatible: true, messages: [] };
  const good = { schema: aRecord('S', 'a', 'b', 'c') };
  expect(await client.compatibility.check('s', good)).toEqual(compatible);
  expect(await client.compatibility.check('s', good, { version: 1 })).toEqual(compatible);
  expect(await client.compatibility.check('s', good, { version: 'all' })).toEqual(compatible);

  const bad = { schema: '"int"' };
  const { compatible: fits, messages } = await client.compatibility.check('s', bad);
  expect(fits).toBe(false);
  expect(messages.join()).toContain('TYPE_MISMATCH');
  expect(await client.compatibility.check('s', bad, { verbose: false })).toEqual({
    compatible: false,
    messages: [],
  });
  expect((await client.compatibility.check('s', bad, { version: 'all' })).compatible).toBe(false);
});

test('a subject that does not exist is compatible with everything, a version that does not is an error', async () => {
  const client = anEmbeddedClient();
  const request = { schema: '"int"' };
  expect((await client.compatibility.check('none', request)).compatible).toBe(true);
  expect((await client.compatibility.check('none', request, { version: 'all' })).compatible).toBe(
    true,
  );
  const error = await failureOf(client.compatibility.check('none', request, { version: 3 }));
  expect(error.code).toBe('version_not_found');
});

test('an answer without a verdict is no answer', async () => {
  const client = aClientAnswered(() => Response.json({ messages: [] }));
  const error = await failureOf(client.compatibility.check('s', { schema: '"int"' }));
  expect(error.code).toBe('invalid_response');
});
