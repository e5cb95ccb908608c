import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

describe('configuration', () => {
  test('is inherited as a whole record, the nearest first', async () => {
    const { ask } = aRegistry();
    const inForce = async (name: string) =>
      (await ask('GET', `/config/${name}?defaultToGlobal=true`)).body;
    expect(await inForce(':.c:s')).toEqual({ compatibilityLevel: 'BACKWARD' });
    await ask('PUT', '/config/:.__GLOBAL:', { compatibility: 'FULL', normalize: true });
    expect(await inForce(':.c:s')).toEqual({ compatibilityLevel: 'FULL', normalize: true });
    await ask('PUT', '/config/:.c:', { compatibility: 'none' });
    expect(await inForce(':.c:s')).toEqual({ compatibilityLevel: 'NONE' });
    await ask('PUT', '/config/:.c:s', { normalize: false });
    expect(await inForce(':.c:s')).toEqual({ compatibilityLevel: 'BACKWARD', normalize: false });
    expect((await ask('GET', '/config/:.c:t')).body.error_code).toBe(40408);
  });

  test('is changed field by field: absent stays, null clears', async () => {
    const { ask } = aRegistry();
    await ask('PUT', '/config/s', { compatibility: 'FULL', normalize: true, alias: 't' });
    expect((await ask('PUT', '/config/s', { normalize: null })).body).toEqual({
      compatibility: 'FULL',
      alias: 't',
    });
    expect((await ask('PUT', '/config/s', { compatibility: null })).body).toEqual({ alias: 't' });
    expect((await ask('GET', '/config/s')).body).toEqual({
      alias: 't',
      compatibilityLevel: 'BACKWARD',
    });
    expect((await ask('DELETE', '/config/s')).body).toEqual({
      alias: 't',
      compatibilityLevel: 'BACKWARD',
    });
    expect((await ask('DELETE', '/config/s')).body.error_code).toBe(40401);
    expect((await ask('DELETE', '/config')).body).toEqual({ compatibilityLevel: 'BACKWARD' });
  });

  const optionalAdded = avro('S', 'a', 'b:int', 'c:int=0');
  const requiredAdded = avro('S', 'a', 'b:int', 'c:int');
  const removed = avro('S', 'a');
  const retyped = avro('S', 'a', 'b:boolean');

  test.each([
    ['NONE', [true, true, true, true]],
    ['BACKWARD', [true, false, true, false]],
    ['BACKWARD_TRANSITIVE', [true, false, true, false]],
    ['FORWARD', [true, true, false, false]],
    ['FORWARD_TRANSITIVE', [true, true, false, false]],
    ['FULL', [true, false, false, false]],
    ['FULL_TRANSITIVE', [true, false, false, false]],
  ])('%s decides what may be registered', async (compatibility, expected) => {
    const verdicts = [];
    for (const schema of [optionalAdded, requiredAdded, removed, retyped]) {
      const { ask, register } = aRegistry();
      await ask('PUT', '/config/s', { compatibility });
      await register('s', avro('S', 'a', 'b:int'));
      const check = await ask('POST', '/compatibility/subjects/s/versions', { schema });
      const { status } = await register('s', schema);
      expect(status).toBe(check.body.is_compatible ? 200 : 409);
      verdicts.push(check.body.is_compatible);
    }
    expect(verdicts).toEqual(expected);
  });

  test('a transitive level looks at all versions, another at the newest', async () => {
    const { ask, register } = aRegistry();
    await ask('PUT', '/config/s', { compatibility: 'NONE' });
    for (const schema of [avro('S', 'a:int'), avro('S', 'a:long'), avro('S', 'a:double')])
      await register('s', schema);
    const check = async () =>
      (await ask('POST', '/compatibility/subjects/s/versions', { schema: avro('S', 'a:float') }))
        .body.is_compatible;
    await ask('PUT', '/config/s', { compatibility: 'FORWARD' });
    expect(await check()).toBe(true);
    await ask('PUT', '/config/s', { compatibility: 'FORWARD_TRANSITIVE' });
    expect(await check()).toBe(false);
  });

  test('only versions of one compatibility group are compared', async () => {
    const { ask, register } = aRegistry();
    await ask('PUT', '/config/s', { compatibilityGroup: 'major' });
    await register('s', { schema: avro('S', 'a'), metadata: { properties: { major: '1' } } });
    const next = { schema: avro('S', 'b'), metadata: { properties: { major: '2' } } };
    expect((await register('s', next)).status).toBe(200);
    const same = { schema: avro('S', 'c'), metadata: { properties: { major: '2' } } };
    expect((await register('s', same)).status).toBe(409);
  });

  test('lays defaults under and overrides over the metadata of new versions', async () => {
    const { ask, register } = aRegistry();
    await ask('PUT', '/config/s', {
      defaultMetadata: { properties: { owner: 'nobody', area: 'shop' } },
      overrideMetadata: { properties: { area: 'core' } },
    });
    const { body } = await register('s', {
      schema: avro('S', 'a'),
      metadata: { properties: { owner: 'team' } },
    });
    expect(body.metadata).toEqual({ properties: { area: 'core', owner: 'team' } });
  });

  test('an alias leads to another subject of the same context', async () => {
    const { ask, register } = aRegistry();
    await register(':.c:target', avro('S', 'a'));
    await ask('PUT', '/config/:.c:old', { alias: 'target' });
    expect((await ask('GET', '/subjects/:.c:old/versions/1')).body.subject).toBe(':.c:target');
    expect((await ask('GET', '/contexts/.c/subjects/old/versions')).body).toEqual([1]);
    expect((await ask('GET', '/config/:.c:old')).body.alias).toBe('target');
    const listed = await ask('GET', '/schemas?subjectPrefix=:.c:&aliases=true');
    expect(listed.body[0].subject).toBe(':.c:target');
  });
});
