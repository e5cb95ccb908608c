import { expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

test('a schema is found under its subject only', async () => {
  const { ask, register } = aRegistry();
  await register('a', avro('S', 'x'));
  await register('b', avro('S', 'x', 'y:int=0'));
  const found = await ask('POST', '/subjects/a', { schema: avro('S', 'x') });
  expect(found.body).toMatchObject({ subject: 'a', version: 1, id: 1 });
  expect((await ask('POST', '/subjects/b', { schema: avro('S', 'x') })).body).toEqual({
    error_code: 40403,
    message: 'Schema not found',
  });
  expect((await ask('POST', '/subjects/none', { schema: '"int"' })).body.error_code).toBe(40401);
});

test('a soft-deleted version is found when it is asked for', async () => {
  const { ask, register } = aRegistry();
  await register('a', avro('S', 'x'));
  await register('a', avro('S', 'x', 'y:int=0'));
  await ask('DELETE', '/subjects/a/versions/1');
  const request = { schema: avro('S', 'x') };
  expect((await ask('POST', '/subjects/a', request)).body.error_code).toBe(40403);
  expect((await ask('POST', '/subjects/a?deleted=true', request)).body.version).toBe(1);
});

test('a schema with everything inlined is found as the one with references', async () => {
  const { ask, register } = aRegistry();
  await register('inner', avro('n.Inner', 'x'));
  const outer = { type: 'record', name: 'n.Outer', fields: [{ name: 'i', type: 'n.Inner' }] };
  const references = [{ name: 'n.Inner', subject: 'inner', version: 1 }];
  await register('outer', { schema: JSON.stringify(outer), references });
  const inlined = { ...outer, fields: [{ name: 'i', type: JSON.parse(avro('n.Inner', 'x')) }] };
  const found = await ask('POST', '/subjects/outer', { schema: JSON.stringify(inlined) });
  expect(found.body).toMatchObject({ version: 1, references });
});

test('a version that lost what it refers to stands for nothing, and keeps nobody from registering', async () => {
  const { ask, register } = aRegistry();
  const fixed = (name: string) => JSON.stringify({ type: 'fixed', name, size: 1 });
  await ask('PUT', '/config', { compatibility: 'NONE' });
  await register('inner', fixed('One'));
  await register('outer', {
    schema: JSON.stringify({ type: 'record', name: 'O', fields: [{ name: 'x', type: 'One' }] }),
    references: [{ name: 'One', subject: 'inner', version: 1 }],
  });
  await ask('PUT', '/mode?force=true', { mode: 'IMPORT' });
  await register('inner', { schema: fixed('Other'), id: 50, version: 1 });
  expect((await ask('POST', '/subjects/outer', { schema: fixed('One') })).body.error_code).toBe(
    40403,
  );
  const next = { schema: fixed('One'), id: 51, version: 2 };
  expect(await ask('POST', '/subjects/outer/versions', next)).toMatchObject({ status: 200 });
});

test('a bare schema is found although its version has metadata', async () => {
  const { ask, register } = aRegistry();
  const metadata = { properties: { owner: 'team' } };
  await register('a', { schema: avro('S', 'x'), metadata });
  expect((await ask('POST', '/subjects/a', { schema: avro('S', 'x') })).body).toMatchObject({
    version: 1,
    metadata,
  });
  const other = { schema: avro('S', 'x'), metadata: { properties: { owner: 'nobody' } } };
  expect((await ask('POST', '/subjects/a', other)).body.error_code).toBe(40403);
});

test('an unqualified subject is looked for in every context', async () => {
  const { ask, register } = aRegistry();
  await register(':.c:a', avro('S', 'x'));
  expect((await ask('POST', '/subjects/a', { schema: avro('S', 'x') })).body.subject).toBe(':.c:a');
  expect((await ask('GET', '/subjects/a/versions/1')).body.subject).toBe(':.c:a');
  expect((await ask('GET', '/subjects/a/versions')).body.error_code).toBe(40401);
});

test('metadata that the configuration completes are found as they were sent', async () => {
  const { ask, register } = aRegistry();
  await ask('PUT', '/config/s', {
    defaultMetadata: { properties: { team: 'x' } },
    overrideMetadata: { properties: { owner: 'z' } },
  });
  const sent = { schema: avro('A', 'x'), metadata: { properties: { owner: 'y' } } };
  const { body } = await register('s', sent);
  expect(body.metadata).toEqual({ properties: { owner: 'z', team: 'x' } });
  expect((await ask('POST', '/subjects/s', sent)).body).toMatchObject({ version: 1 });
  const other = { ...sent, metadata: { properties: { unit: 'y' } } };
  expect((await ask('POST', '/subjects/s', other)).body.error_code).toBe(40403);
});
