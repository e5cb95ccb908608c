import { describe, expect, test } from 'vitest';
import { aKeyRegistry, base, noKey } from './keys-to-test.ts';

async function withKeks() {
  const keys = aKeyRegistry();
  for (const name of ['a', 'b']) await keys.kek(name);
  return keys;
}

describe('within a context', () => {
  test.each(['x', '.x', ':.x:', '%3A.x%3A'])(
    '%s, subjects are of that context',
    async (context) => {
      const { ask, dek, get } = await withKeks();
      const inside = `/contexts/${context}${base}`;
      const created = await ask('POST', `${inside}/keks/a/deks/s`, {
        encryptedKeyMaterial: 'ZW5j',
      });
      expect(created.body.subject).toBe(':.x:s');
      await dek('b', 's');
      expect((await ask('GET', `${inside}/keks`)).body).toEqual(['a']);
      expect((await ask('GET', `${inside}/keks?subjectPrefix=t`)).body).toEqual([]);
      expect((await ask('GET', `${inside}/keks?subjectPrefix=:.y:`)).body).toEqual([]);
      expect((await ask('GET', `${inside}/keks/a/deks/s`)).body.subject).toBe(':.x:s');
      expect((await ask('GET', `${inside}/keks/a/deks/:.x:s/versions`)).body).toEqual([1]);
      expect((await get('/a/deks/:.x:s/versions/1')).status).toBe(200);
      expect((await get('/a/deks/s')).body).toEqual(noKey('s'));
      // Key encryption keys are of no context.
      expect((await ask('GET', `${inside}/keks/b`)).body.name).toBe('b');
      expect((await ask('GET', `${inside}/keks/a/deks`)).body).toEqual([':.x:s']);
    },
  );

  test('the default one has the subjects without a context', async () => {
    const { ask, dek } = await withKeks();
    await dek('a', 's');
    await dek('b', ':.x:s');
    expect((await ask('GET', `/contexts/:.:${base}/keks`)).body).toEqual(['a']);
    expect((await ask('GET', `/contexts/:.:${base}/keks/a/deks/s`)).body.subject).toBe('s');
  });

  test('a subject in the body stays as it is', async () => {
    const { ask } = await withKeks();
    const sent = { subject: 's', encryptedKeyMaterial: 'ZW5j' };
    expect((await ask('POST', `/contexts/.x${base}/keks/a/deks`, sent)).body.subject).toBe('s');
  });
});

describe('an alias', () => {
  test('is followed in the path, one for keys first', async () => {
    const { ask, dek, get } = await withKeks();
    await dek('a', 'target');
    await dek('a', 'of-keys', { version: 2 });
    await ask('PUT', '/config/s', { alias: 'target' });
    expect((await get('/a/deks/s')).body.subject).toBe('target');
    await ask('PUT', '/config/s', { aliasForDeks: 'of-keys' });
    expect((await get('/a/deks/s/versions')).body).toEqual([2]);
    expect((await get('/a/deks/s')).body).toEqual(noKey('of-keys'));
    await ask('PUT', '/config/s', { alias: null });
    expect((await get('/a/deks/s/versions/latest')).body.subject).toBe('of-keys');
    expect((await ask('GET', '/subjects/s/versions')).body.message).toContain("'s'");
    await ask('PUT', '/config/s', { aliasForDeks: null });
    expect((await get('/a/deks/s')).body).toEqual(noKey('s'));
  });

  test('is followed by writes, but not from a body', async () => {
    const { ask, dek, get, remove } = await withKeks();
    await ask('PUT', '/config/s', { aliasForDeks: 'target' });
    expect((await dek('a', 's', { subject: 's' })).body.subject).toBe('target');
    const sent = { subject: 's', encryptedKeyMaterial: 'ZW5j' };
    expect((await ask('POST', `${base}/keks/b/deks`, sent)).body.subject).toBe('s');
    expect((await remove('/a/deks/s')).status).toBe(204);
    expect((await get('/a/deks/target?deleted=true')).body.deleted).toBe(true);
  });

  test('is of the context of its subject, unless it says another', async () => {
    const { ask, dek } = await withKeks();
    await ask('PUT', '/config/:.x:s', { aliasForDeks: 't' });
    await ask('PUT', '/config/:.x:u', { aliasForDeks: ':.y:t' });
    expect((await dek('a', ':.x:s')).body.subject).toBe(':.x:t');
    expect((await dek('a', ':.x:u')).body.subject).toBe(':.y:t');
    const created = await ask('POST', `/contexts/.x${base}/keks/b/deks/s`, {
      encryptedKeyMaterial: 'ZW5j',
    });
    expect(created.body.subject).toBe(':.x:t');
  });
});
