import { describe, expect, test } from 'vitest';
import { aKeyRegistry, base, error, noKey } from './keys-to-test.ts';

const stored = {
  kekName: 'k',
  subject: 's',
  version: 1,
  algorithm: 'AES256_GCM',
  encryptedKeyMaterial: 'ZW5j',
  ts: 1000,
};

async function withKek() {
  const keys = aKeyRegistry();
  await keys.kek('k');
  return keys;
}

describe('a data encryption key', () => {
  test('is version 1 of AES256_GCM unless something else is said', async () => {
    const { ask, dek, get } = await withKek();
    expect((await dek('k', 's')).body).toEqual(stored);
    expect((await get('/k/deks/s')).body).toEqual(stored);
    const fields = { version: 7, algorithm: 'AES256_SIV', encryptedKeyMaterial: '' };
    expect((await dek('k', 's', fields)).body).toEqual({ ...stored, ...fields });
    const old = { subject: 't', encryptedKeyMaterial: 'no base64 !' };
    expect((await ask('POST', `${base}/keks/k/deks`, old)).body).toEqual({ ...stored, ...old });
  });

  test('belongs to the subject in the path, whatever the body says', async () => {
    const { dek, get } = await withKek();
    expect((await dek('k', 's', { subject: 'other' })).body.subject).toBe('s');
    expect((await get('/k/deks')).body).toEqual(['s']);
  });

  test.each(['a/b', 'a b', 'ü', ':.x:s', '%', 'deks', 's'.repeat(300)])(
    'can be for the subject %s',
    async (subject) => {
      const { dek, get } = await withKek();
      expect((await dek('k', subject)).body.subject).toBe(subject);
      expect((await get(`/k/deks/${encodeURIComponent(subject)}`)).body.subject).toBe(subject);
      expect((await get('/k/deks')).body).toEqual([subject]);
    },
  );

  test('is for the same subject with and without the default context', async () => {
    const { ask, dek, get } = await withKek();
    expect((await dek('k', ':.:s')).body.subject).toBe('s');
    const again = { subject: ':.:s', encryptedKeyMaterial: 'ZW5j' };
    expect((await ask('POST', `${base}/keks/k/deks`, again)).body.error_code).toBe(40971);
    expect((await get('/k/deks/:.:s')).body).toEqual(stored);
  });

  test.each([
    ['subject', {}],
    ['subject', { subject: null }],
    ['subject', { subject: '', encryptedKeyMaterial: 'ZW5j' }],
    ['subject', { subject: 'a\u0001', encryptedKeyMaterial: 'ZW5j' }],
    ['subject', { subject: '__GLOBAL', encryptedKeyMaterial: 'ZW5j' }],
    ['subject', { subject: ':.__GLOBAL:s', encryptedKeyMaterial: 'ZW5j' }],
    ['encryptedKeyMaterial', { subject: 's' }],
    ['encryptedKeyMaterial', { subject: 's', encryptedKeyMaterial: null }],
  ])('is refused for its %s: %j', async (field, body) => {
    const { ask, get } = await withKek();
    expect((await ask('POST', `${base}/keks/k/deks`, body)).body).toEqual(
      error(42271, `Invalid or missing value for field '${field}' of key`),
    );
    expect((await get('/k/deks?deleted=true')).body).toEqual([]);
  });

  test('needs a key encryption key that is there', async () => {
    const { ask, kek, dek, remove } = aKeyRegistry();
    expect((await dek('k', 's')).body).toEqual(noKey('k'));
    expect((await ask('POST', `${base}/keks/k/deks`, {})).body.error_code).toBe(42271);
    await kek('k');
    await remove('/k');
    expect((await dek('k', 's')).body).toEqual(noKey('k'));
    expect((await dek('k', 's', { deleted: true })).body).toEqual({ ...stored, deleted: true });
  });

  test.each([
    [
      { algorithm: 'NOPE' },
      'Cannot deserialize value of type `DekFormat` from String "NOPE": not one of the values accepted for Enum class: [AES128_GCM, AES256_SIV, AES256_GCM]',
    ],
    [
      { version: 'x' },
      'Cannot deserialize value of type `Integer` from String "x": not a valid `java.lang.Integer` value',
    ],
  ])('is refused for %j', async (fields, message) => {
    const { dek } = await withKek();
    expect((await dek('k', 's', fields)).body).toEqual(error(400, message));
  });

  test.each([
    ['/deks', 'createDek'],
    ['/deks/s', 'createDekWithSubject'],
  ])('needs a body at %s', async (path, name) => {
    const { ask } = await withKek();
    expect((await ask('POST', `${base}/keks/k${path}`, '')).body).toEqual(
      error(422, `${name}.request must not be null (was null)`),
    );
  });

  test('is there once for a subject, algorithm and version', async () => {
    const { dek } = await withKek();
    await dek('k', 's');
    const exists = error(40971, "Key 's' already exists; use a different value");
    expect((await dek('k', 's')).body).toEqual(exists);
    expect((await dek('k', 's', { encryptedKeyMaterial: 'b3RoZXI=' })).body).toEqual(exists);
    expect((await dek('k', 's', { version: 2 })).status).toBe(200);
    expect((await dek('k', 's', { algorithm: 'AES128_GCM' })).status).toBe(200);
  });

  test('comes back when it is created as it was', async () => {
    const { dek, get, remove } = await withKek();
    await dek('k', 's');
    await remove('/k/deks/s');
    expect((await dek('k', 's', { encryptedKeyMaterial: 'b3RoZXI=' })).body.error_code).toBe(40971);
    expect((await dek('k', 's', { deleted: true })).body.error_code).toBe(40971);
    expect((await dek('k', 's')).body).toEqual(stored);
    expect((await get('/k/deks/s')).body).toEqual(stored);
    expect((await dek('k', 's', { deleted: true })).body.deleted).toBe(true);
    expect((await get('/k/deks/s')).body).toEqual(noKey('s'));
  });

  test('gets new key material only with rewrap', async () => {
    const { dek, get } = await withKek();
    await dek('k', 's');
    const other = { encryptedKeyMaterial: 'b3RoZXI=' };
    expect((await dek('k', 's', other, '?rewrap=true')).body).toEqual({ ...stored, ...other });
    expect((await get('/k/deks/s')).body).toEqual({ ...stored, ...other });
    const none = await dek('k', 's', { encryptedKeyMaterial: null }, '?rewrap=true');
    expect(none.body.error_code).toBe(42271);
  });
});

describe('versions', () => {
  test('are listed and found by number and as latest', async () => {
    const { dek, get, remove } = await withKek();
    for (const version of [5, 1, 2]) await dek('k', 's', { version });
    await dek('k', 's', { version: 9, algorithm: 'AES128_GCM' });
    await remove('/k/deks/s/versions/5');
    const versions = '/k/deks/s/versions';
    expect((await get(versions)).body).toEqual([1, 2]);
    expect((await get(`${versions}?deleted=true`)).body).toEqual([1, 2, 5]);
    expect((await get(`${versions}?deleted=true&offset=1&limit=1`)).body).toEqual([2]);
    expect((await get(`${versions}?algorithm=AES128_GCM`)).body).toEqual([9]);
    expect((await get(`${versions}?algorithm=AES256_SIV`)).body).toEqual([]);
    expect((await get('/k/deks/none/versions')).body).toEqual([]);
    expect((await get(`${versions}/latest`)).body.version).toBe(2);
    expect((await get(`${versions}/-1`)).body.version).toBe(2);
    expect((await get(`${versions}/latest?deleted=true`)).body.version).toBe(5);
    expect((await get(`${versions}/latest?algorithm=AES128_GCM`)).body.version).toBe(9);
    expect((await get(`${versions}/5`)).body).toEqual(noKey('s'));
    expect((await get(`${versions}/5?deleted=true`)).body.deleted).toBe(true);
    expect((await get(`${versions}/3`)).body).toEqual(noKey('s'));
    expect((await get('/k/deks/s')).body.version).toBe(1);
    expect((await get('/k/deks/s?algorithm=')).body.version).toBe(1);
    expect((await get('/k/deks/s?algorithm=AES128_GCM')).body).toEqual(noKey('s'));
    expect((await get('/k/deks/s?algorithm=aes128_gcm')).status).toBe(404);
    expect((await get('/k/deks/s?algorithm=aes128_gcm')).body.error_code).toBe(404);
  });

  test('below 1 can be created, but are not seen again', async () => {
    const { dek, get, remove } = await withKek();
    for (const version of [0, -1, -5, 2_147_483_647])
      expect((await dek('k', 's', { version })).body.version).toBe(version);
    expect((await get('/k/deks')).body).toEqual(['s']);
    expect((await get('/k/deks/s/versions')).body).toEqual([]);
    expect((await get('/k/deks/s/versions/latest')).body).toEqual(noKey('s'));
    expect((await get('/k/deks/s/versions/2147483647')).status).toBe(200);
    expect((await remove('/k/deks/s')).body).toEqual(noKey('s'));
  });

  test.each(['0', '-2', 'x', '2147483648'])('%s is no version', async (version) => {
    const { dek, get, remove, undelete } = await withKek();
    await dek('k', 's');
    const path = `/k/deks/s/versions/${version}`;
    for (const answer of [await get(path), await remove(path), await undelete(path)])
      expect(answer.body.error_code).toBe(42202);
    expect((await get(`/none/deks/s/versions/${version}`)).body).toEqual(noKey('none'));
  });
});

describe('what is under a key encryption key', () => {
  test('are subjects, each once, in order and in pages', async () => {
    const { dek, get, remove } = await withKek();
    await dek('k', 'b');
    await dek('k', 'b', { version: 2 });
    await dek('k', 'a', { algorithm: 'AES128_GCM' });
    await dek('k', 'c');
    await dek('k', ':.x:s');
    await remove('/k/deks/c');
    await remove('/k/deks/b/versions/1');
    expect((await get('/k/deks')).body).toEqual([':.x:s', 'a', 'b']);
    expect((await get('/k/deks?deleted=true')).body).toEqual([':.x:s', 'a', 'b', 'c']);
    expect((await get('/k/deks?offset=1&limit=1')).body).toEqual(['a']);
  });

  test('is not shown with a soft-deleted one unless asked', async () => {
    const { dek, get, remove } = await withKek();
    await dek('k', 's');
    await remove('/k/deks/s');
    await remove('/k');
    for (const path of ['/k/deks', '/k/deks/s', '/k/deks/s/versions', '/k/deks/s/versions/1']) {
      expect((await get(path)).body).toEqual(noKey('k'));
      expect((await get(`${path}?deleted=true`)).status).toBe(200);
      expect((await get(`${path.replace('/k', '/none')}?deleted=true`)).body).toEqual(
        noKey('none'),
      );
    }
  });
});

describe('deletion', () => {
  test('takes all versions of an algorithm, softly first', async () => {
    const { dek, get, remove } = await withKek();
    for (const version of [1, 2]) await dek('k', 's', { version });
    await dek('k', 's', { algorithm: 'AES128_GCM' });
    await remove('/k/deks/s/versions/1');
    expect((await remove('/k/deks/s?permanent=true')).body).toEqual(
      error(40471, "Key 's' was not deleted first before being permanently deleted"),
    );
    expect((await get('/k/deks/s/versions?deleted=true')).body).toEqual([1, 2]);
    expect((await remove('/k/deks/s')).status).toBe(204);
    expect((await remove('/k/deks/s')).status).toBe(204);
    expect((await get('/k/deks/s/versions')).body).toEqual([]);
    expect((await remove('/k/deks/s?permanent=true')).status).toBe(204);
    expect((await get('/k/deks/s/versions?deleted=true')).body).toEqual([]);
    expect((await remove('/k/deks/s')).body).toEqual(noKey('s'));
    expect((await get('/k/deks/s?algorithm=AES128_GCM')).status).toBe(200);
  });

  test('takes one version', async () => {
    const { dek, get, remove } = await withKek();
    for (const version of [1, 2, 3]) await dek('k', 's', { version });
    expect((await remove('/k/deks/s/versions/2?permanent=true')).body.error_code).toBe(40471);
    expect((await remove('/k/deks/s/versions/2')).status).toBe(204);
    expect((await remove('/k/deks/s/versions/2?permanent=true')).status).toBe(204);
    expect((await remove('/k/deks/s/versions/latest')).status).toBe(204);
    expect((await get('/k/deks/s/versions?deleted=true')).body).toEqual([1, 3]);
    expect((await get('/k/deks/s/versions')).body).toEqual([1]);
    expect((await remove('/k/deks/s/versions/2')).body).toEqual(noKey('s'));
    expect((await remove('/none/deks/s/versions/1')).body).toEqual(noKey('none'));
  });

  test('is undone for all versions or one, below a live key encryption key', async () => {
    const { ask, dek, get, remove, undelete } = await withKek();
    for (const version of [1, 2]) await dek('k', 's', { version });
    await remove('/k/deks/s');
    expect((await undelete('/k/deks/s/versions/2')).status).toBe(204);
    expect((await get('/k/deks/s/versions')).body).toEqual([2]);
    expect((await undelete('/k/deks/s')).status).toBe(204);
    expect((await undelete('/k/deks/s')).status).toBe(204);
    expect((await get('/k/deks/s')).body).toEqual(stored);
    expect((await undelete('/k/deks/none')).body).toEqual(noKey('none'));
    const ofAnother = `${base}/keks/k/deks/s/undelete?algorithm=AES128_GCM`;
    expect((await ask('POST', ofAnother)).body).toEqual(noKey('s'));
    await remove('/k/deks/s');
    await remove('/k');
    const mustUndelete = error(40472, "Key 'k' must be undeleted first");
    expect((await undelete('/k/deks/s')).body).toEqual(mustUndelete);
    expect((await undelete('/k/deks/s/versions/1')).body).toEqual(mustUndelete);
    await undelete('/k');
    expect((await undelete('/k/deks/s')).status).toBe(204);
    expect((await get('/k/deks/s/versions')).body).toEqual([1, 2]);
  });
});

test.each([
  ['PUT', '/keks', 405],
  ['DELETE', '/keks', 405],
  ['GET', '/keks/k/undelete', 405],
  ['PUT', '/keks/k/deks/s', 405],
  ['PATCH', '/keks/k', 405],
  ['GET', '', 404],
  ['GET', '/policy', 404],
  ['GET', '/keks/k/deks/s/versions/1/more', 404],
])('%s %s is answered with %i', async (method, path, status) => {
  const { ask } = await withKek();
  expect((await ask(method, `${base}${path}`)).status).toBe(status);
});
