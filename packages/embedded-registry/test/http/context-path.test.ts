import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

describe('requests within a context', () => {
  test('name the same things by path and by qualified name', async () => {
    const { ask, register } = aRegistry();
    await register(':.staging:orders', avro('Order', 'id'));
    for (const context of ['staging', '.staging', ':.staging:', '%3A.staging%3A']) {
      const base = `/contexts/${context}`;
      expect((await ask('GET', `${base}/subjects`)).body).toEqual([':.staging:orders']);
      expect((await ask('GET', `${base}/subjects/orders/versions`)).body).toEqual([1]);
      expect((await ask('GET', `${base}/schemas/ids/1`)).body.subject).toBe(':.staging:orders');
      expect((await ask('GET', `${base}/schemas`)).body).toHaveLength(1);
      expect((await ask('GET', `${base}/subjects?subjectPrefix=ord`)).body).toHaveLength(1);
      expect((await ask('GET', `${base}/config`)).body.error_code).toBe(40408);
    }
    expect((await ask('GET', '/subjects/orders/versions')).body.error_code).toBe(40401);
  });

  test('leave names alone that are qualified already', async () => {
    const { ask, register } = aRegistry();
    await register(':.a:s', avro('S', 'id'));
    expect((await ask('GET', '/contexts/.b/subjects/:.a:s/versions')).body).toEqual([1]);
  });

  test.each(['subjects', 'deks', 'contexts', 'config', 'versions'])(
    'find the subject %s in its place',
    async (subject) => {
      const { ask, register } = aRegistry();
      await register(`:.c:${subject}`, avro('S', 'id'));
      expect((await ask('GET', `/contexts/.c/subjects/${subject}/versions`)).body).toEqual([1]);
    },
  );

  test('set and read the settings of the context itself', async () => {
    const { ask } = aRegistry();
    await ask('PUT', '/contexts/.a/config', { compatibility: 'FULL' });
    expect((await ask('GET', '/config/:.a:')).body).toEqual({ compatibilityLevel: 'FULL' });
    await ask('PUT', '/contexts/.a/mode/s', { mode: 'READONLY' });
    expect((await ask('GET', '/mode/:.a:s')).body).toEqual({ mode: 'READONLY' });
  });

  test('refuse a context with a colon inside', async () => {
    const { status, body } = await aRegistry().ask('GET', '/contexts/foo:bar/subjects');
    expect([status, body.message]).toEqual([400, "Context name 'foo:bar' cannot contain a colon"]);
  });
});
