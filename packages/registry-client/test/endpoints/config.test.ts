import { expect, test } from 'vitest';
import { anEmbeddedClient } from '../embedded-client.ts';
import { failureOf } from '../failure-of.ts';

test('a subject inherits until it has a configuration of its own', async () => {
  const { config } = anEmbeddedClient();
  expect((await failureOf(config.get('s'))).code).toBe('config_not_found');
  expect(await config.get('s', { defaultToGlobal: true })).toEqual({
    compatibilityLevel: 'BACKWARD',
  });
  expect(await config.update('s', { compatibility: 'FULL', alias: 't' })).toEqual({
    compatibility: 'FULL',
    alias: 't',
  });
  expect(await config.update('s', { alias: null })).toEqual({ compatibility: 'FULL' });
  expect(await config.delete('s')).toMatchObject({ compatibilityLevel: 'FULL' });
  expect((await failureOf(config.delete('s'))).code).toBe('subject_not_found');
});

test('the default context always has a configuration', async () => {
  const { config } = anEmbeddedClient();
  expect(await config.getGlobal()).toEqual({ compatibilityLevel: 'BACKWARD' });
  expect(await config.updateGlobal({ compatibility: 'NONE' })).toEqual({ compatibility: 'NONE' });
  expect(await config.getGlobal()).toEqual({ compatibilityLevel: 'NONE' });
  expect(await config.deleteGlobal()).toMatchObject({ compatibilityLevel: 'NONE' });
  expect(await config.getGlobal()).toEqual({ compatibilityLevel: 'BACKWARD' });
});

test('contexts have configurations, by name and by client, and fall back to all', async () => {
  const client = anEmbeddedClient();
  const staging = client.inContext('staging');
  expect((await failureOf(staging.config.getGlobal())).code).toBe('config_not_found');
  await client.config.update(':.__GLOBAL:', { compatibility: 'FORWARD' });
  expect(await staging.config.getGlobal({ defaultToGlobal: true })).toEqual({
    compatibilityLevel: 'FORWARD',
  });
  await staging.config.updateGlobal({ compatibility: 'FULL' });
  expect(await client.config.get(':.staging:')).toEqual({ compatibilityLevel: 'FULL' });
  expect(await staging.config.get('s', { defaultToGlobal: true })).toEqual({
    compatibilityLevel: 'FULL',
  });
  expect(await client.config.getGlobal()).toEqual({ compatibilityLevel: 'BACKWARD' });
});

test('a level that is none is refused by the registry', async () => {
  const { config } = anEmbeddedClient();
  const update = JSON.parse('{"compatibility":"SIDEWAYS"}');
  expect((await failureOf(config.update('s', update))).code).toBe('invalid_compatibility_level');
});
