import { expect, test } from 'vitest';
import { anEmbeddedClient } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('a subject inherits until it has a mode of its own', async () => {
  const { mode } = anEmbeddedClient();
  expect((await failureOf(mode.get('s'))).code).toBe('mode_not_found');
  expect(await mode.get('s', { defaultToGlobal: true })).toEqual({ mode: 'READWRITE' });
  expect(await mode.set('s', 'READONLY')).toEqual({ mode: 'READONLY' });
  expect(await mode.delete('s')).toEqual({ mode: 'READONLY' });
});

test('the default context always has a mode', async () => {
  const { mode } = anEmbeddedClient();
  expect(await mode.getGlobal()).toEqual({ mode: 'READWRITE' });
  expect(await mode.setGlobal('READONLY')).toEqual({ mode: 'READONLY' });
  expect(await mode.getGlobal()).toEqual({ mode: 'READONLY' });
  expect(await mode.deleteGlobal()).toEqual({ mode: 'READONLY' });
  expect(await mode.getGlobal()).toEqual({ mode: 'READWRITE' });
});

test('IMPORT needs force where live subjects are, and takes ids', async () => {
  const client = anEmbeddedClient();
  await client.versions.register('s', { schema: '"string"' });
  expect((await failureOf(client.mode.set('s', 'IMPORT'))).code).toBe('operation_not_permitted');
  await client.mode.set('s', 'IMPORT', { force: true });
  const registered = await client.versions.register('s', { schema: '"int"', id: 77, version: 5 });
  expect(registered).toMatchObject({ id: 77, version: 5 });
});

test('a context client sets the mode of its context, and can remove those of its subjects', async () => {
  const client = anEmbeddedClient();
  const staging = client.inContext('staging');
  await staging.mode.setGlobal('READONLY');
  await staging.mode.set('s', 'IMPORT');
  expect(await client.mode.get(':.staging:')).toEqual({ mode: 'READONLY' });
  expect(await client.mode.get(':.staging:s')).toEqual({ mode: 'IMPORT' });
  expect(await staging.mode.deleteGlobal({ recursive: true })).toEqual({ mode: 'READONLY' });
  expect((await failureOf(staging.mode.get('s'))).code).toBe('mode_not_found');
  expect(await client.mode.getGlobal()).toEqual({ mode: 'READWRITE' });
});

test('a mode that is none is refused by the registry', async () => {
  const wrong = JSON.parse('"SIDEWAYS"');
  expect((await failureOf(anEmbeddedClient().mode.setGlobal(wrong))).code).toBe('invalid_mode');
});
