import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

describe('modes', () => {
  test('are looked for at the subject, its context, and everything', async () => {
    const { ask } = aRegistry();
    const inForce = async (name: string) =>
      (await ask('GET', `/mode/${encodeURIComponent(name)}?defaultToGlobal=true`)).body.mode;
    expect(await inForce(':.c:s')).toBe('READWRITE');
    await ask('PUT', '/mode/:.__GLOBAL:', { mode: 'READONLY' });
    expect(await inForce(':.c:s')).toBe('READONLY');
    await ask('PUT', '/mode', { mode: 'READWRITE' });
    expect(await inForce('s')).toBe('READWRITE');
    expect(await inForce(':.c:s')).toBe('READONLY');
    await ask('PUT', '/mode/:.c:', { mode: 'IMPORT' });
    expect(await inForce(':.c:s')).toBe('IMPORT');
    await ask('PUT', '/mode/:.c:s', { mode: 'readonly' });
    expect(await inForce(':.c:s')).toBe('READONLY');
    expect((await ask('DELETE', '/mode/:.c:s')).body).toEqual({ mode: 'READONLY' });
    expect((await ask('DELETE', '/mode/:.c:s')).body.error_code).toBe(40401);
  });

  test('READONLY lets nothing be written but what is there already', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'a'));
    await ask('PUT', '/mode/s', { mode: 'READONLY' });
    expect((await register('s', avro('S', 'a'))).status).toBe(200);
    const refused = { error_code: 42205, message: 'Subject s in context  is in read-only mode' };
    expect((await register('s', avro('S', 'a', 'b:int=0'))).body).toEqual(refused);
    expect((await ask('DELETE', '/subjects/s')).body).toEqual(refused);
    expect((await ask('PUT', '/config/s', { compatibility: 'NONE' })).body).toEqual(refused);
  });

  test('IMPORT takes ids and versions as they are given, and protects ids', async () => {
    const { ask, register } = aRegistry();
    await ask('PUT', '/mode/:.c:', { mode: 'IMPORT' });
    expect((await register(':.c:s', avro('S', 'a'))).body.message).toBe(
      'Subject :.c:s in context :.c: is not in read-write mode',
    );
    const first = await register(':.c:s', { schema: avro('S', 'a'), id: 50, version: 5 });
    expect(first.body).toMatchObject({ id: 50, version: 5 });
    const other = await register(':.c:s', { schema: avro('S', 'q:int'), id: 50, version: 6 });
    expect(other.body.message).toBe(
      'Overwrite new schema with id 50 in context :.c: is not permitted.',
    );
    const overwritten = await register(':.c:s', { schema: avro('S', 'q:int'), id: 51, version: 5 });
    expect(overwritten.status).toBe(200);
    expect((await ask('GET', '/schemas/ids/50?subject=:.c:')).body.schema).toBe(avro('S', 'q:int'));
    await ask('DELETE', '/mode/:.c:');
    expect((await register(':.c:t', avro('T', 'a'))).body.id).toBe(52);
  });

  test('an id is refused outside IMPORT', async () => {
    const { register } = aRegistry();
    const { body } = await register('s', { schema: avro('S', 'a'), id: 7 });
    expect(body).toEqual({
      error_code: 42205,
      message: 'Subject s in context  is not in import mode',
    });
  });

  test('a switch to IMPORT needs a scope without live versions, and clears the deleted ones', async () => {
    const { ask, register } = aRegistry();
    await register(':.c:s', avro('S', 'a'));
    await register('other', avro('S', 'a'));
    const refused = await ask('PUT', '/mode/:.c:', { mode: 'IMPORT' });
    expect(refused.body.message).toBe('Cannot import since found existing subjects');
    expect((await ask('PUT', '/mode', { mode: 'IMPORT' })).status).toBe(422);
    await ask('DELETE', '/subjects/:.c:s');
    expect((await ask('PUT', '/mode/:.c:', { mode: 'IMPORT' })).status).toBe(200);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual(['other']);
  });

  test('force switches without looking or clearing', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'a'));
    await register('t', avro('T', 'a'));
    await ask('DELETE', '/subjects/t');
    expect((await ask('PUT', '/mode?force=true', { mode: 'IMPORT' })).status).toBe(200);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual(['s', 't']);
  });

  test('FORWARD is for everything only', async () => {
    const { ask } = aRegistry();
    expect((await ask('PUT', '/mode', { mode: 'FORWARD' })).body.error_code).toBe(42204);
    expect((await ask('PUT', '/mode/:.__GLOBAL:', { mode: 'FORWARD' })).status).toBe(200);
    expect((await ask('PUT', '/mode/s', { mode: 'NOPE' })).body.error_code).toBe(42204);
  });

  test('recursive takes the modes of a context’s subjects away too', async () => {
    const { ask } = aRegistry();
    for (const name of [':.c:', ':.c:s', ':.d:s'])
      await ask('PUT', `/mode/${name}`, { mode: 'READONLY' });
    expect((await ask('DELETE', '/mode/:.c:?recursive=true')).body).toEqual({ mode: 'READONLY' });
    expect((await ask('GET', '/mode/:.c:s')).body.error_code).toBe(40409);
    expect((await ask('GET', '/mode/:.d:s')).status).toBe(200);
  });
});
