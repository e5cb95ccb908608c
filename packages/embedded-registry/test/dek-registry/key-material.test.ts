import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { aKeyRegistry, base, error } from './keys-to-test.ts';

const key = new Uint8Array(hkdfSync('sha256', 'mysecret', '', '', 16));
const local = { kmsType: 'local-kms', kmsProps: { secret: 'mysecret' }, shared: true };

/** Encrypts as Confluent's clients do with `local-kms`: nonce, text, tag. */
function encrypt(clear: Buffer): string {
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function decrypt(encrypted: string): Buffer {
  const bytes = Buffer.from(encrypted, 'base64');
  const decipher = createDecipheriv('aes-128-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

describe('a shared key encryption key of local-kms', () => {
  test.each([
    // The form of a Tink key: a field's tag, a length, the key.
    ['AES128_GCM', [0x1a, 16], 18],
    ['AES256_GCM', [0x1a, 32], 34],
    ['AES256_SIV', [0x12, 64], 66],
  ])('makes keys for %s', async (algorithm, head, length) => {
    const { kek, dek, get } = aKeyRegistry();
    await kek('k', local);
    const { body } = await dek('k', 's', { algorithm, encryptedKeyMaterial: null });
    const clear = decrypt(body.encryptedKeyMaterial);
    expect([[...clear.subarray(0, 2)], clear.length]).toEqual([head, length]);
    expect(body.keyMaterial).toBe(clear.toString('base64'));
    expect((await get(`/k/deks/s?algorithm=${algorithm}`)).body).toEqual(body);
    const other = await dek('k', 't', { algorithm, encryptedKeyMaterial: null });
    expect(other.body.keyMaterial).not.toBe(body.keyMaterial);
  });

  test('opens what was encrypted elsewhere', async () => {
    const { kek, dek } = aKeyRegistry();
    await kek('k', local);
    const encryptedKeyMaterial = encrypt(Buffer.from('a key'));
    const { body } = await dek('k', 's', { encryptedKeyMaterial });
    expect(body).toMatchObject({ encryptedKeyMaterial, keyMaterial: 'YSBrZXk=' });
  });

  test('shows no key in clear once it is not shared any more', async () => {
    const { ask, kek, dek, get } = aKeyRegistry();
    await kek('k', local);
    await dek('k', 's', { encryptedKeyMaterial: null });
    await ask('PUT', `${base}/keks/k`, { shared: false });
    expect(Object.keys((await get('/k/deks/s')).body)).not.toContain('keyMaterial');
  });

  test('encrypts a key anew with rewrap, and keeps the key', async () => {
    const { kek, dek, get, remove } = aKeyRegistry();
    await kek('k', local);
    const before = (await dek('k', 's', { encryptedKeyMaterial: null })).body;
    const exists = await dek('k', 's', { encryptedKeyMaterial: null });
    expect(exists.body.error_code).toBe(40971);
    const after = (await dek('k', 's', { encryptedKeyMaterial: null }, '?rewrap=true')).body;
    expect(after.keyMaterial).toBe(before.keyMaterial);
    expect(after.encryptedKeyMaterial).not.toBe(before.encryptedKeyMaterial);
    expect((await get('/k/deks/s')).body).toEqual(after);
    await remove('/k/deks/s');
    const deleted = { encryptedKeyMaterial: null, deleted: true };
    expect((await dek('k', 's', deleted, '?rewrap=true')).body).toMatchObject({
      keyMaterial: before.keyMaterial,
      deleted: true,
    });
  });

  test('does not open a key that is copied into a subject in IMPORT', async () => {
    const { ask, kek, dek, get } = aKeyRegistry();
    await kek('k', local);
    await ask('PUT', '/mode/s', { mode: 'IMPORT' });
    const { body } = await dek('k', 's', { encryptedKeyMaterial: encrypt(Buffer.from('a key')) });
    expect(Object.keys(body)).not.toContain('keyMaterial');
    expect((await get('/k/deks/s')).body.keyMaterial).toBe('YSBrZXk=');
  });

  test.each([
    ['another secret', encrypt(Buffer.from('a key')), 'other'],
    ['something else', 'ZW5j', 'mysecret'],
    ['no base64', '!', 'mysecret'],
  ])('cannot open what is of %s', async (_, encryptedKeyMaterial, secret) => {
    const { kek, dek, get } = aKeyRegistry();
    await kek('k', { ...local, kmsProps: { secret } });
    const failed = error(50070, 'Could not generate raw dek for s: decryption failed');
    expect((await dek('k', 's', { encryptedKeyMaterial })).body).toEqual(failed);
    expect((await get('/k/deks/s')).body).toEqual(failed);
    expect((await get('/k/deks')).body).toEqual(['s']);
  });
});

describe('a shared key encryption key out of reach', () => {
  test.each([
    ['test-kms', {}, 'No KMS driver supports: test-kms://id-of-k'],
    ['hcvault', {}, 'No KMS driver supports: hcvault://https://vault/k'],
    ['local-kms', {}, 'cannot load secret'],
    ['local-kms', { secret: null }, 'cannot load secret'],
  ])('makes no keys: %s %j', async (kmsType, kmsProps, reason) => {
    const { ask, kek, dek, get } = aKeyRegistry();
    const fields = {
      kmsType,
      kmsProps,
      ...(kmsType === 'hcvault' && { kmsKeyId: 'https://vault/k' }),
    };
    await kek('k', { ...fields, shared: true });
    const failed = (subject: string) =>
      error(50070, `Could not generate encrypted dek for ${subject}: ${reason}`);
    expect((await dek('k', 's', { encryptedKeyMaterial: null })).body).toEqual(failed('s'));
    expect((await get('/k/deks?deleted=true')).body).toEqual([]);
    expect((await ask('POST', `${base}/keks/k/test`)).body).toEqual(failed('__TEST'));
    const tested = await kek('l', { ...fields, shared: true }, '?testSharing=true');
    expect(tested.body.message).toContain('Could not generate encrypted dek for __TEST');
    expect((await get('/l')).status).toBe(404);
    expect((await kek('l', fields, '?testSharing=true')).status).toBe(200);
    const shared = await ask('PUT', `${base}/keks/l?testSharing=true`, { shared: true });
    expect(shared.status).toBe(500);
    expect((await get('/l')).body.shared).toBe(false);
  });
});

describe('trying a key encryption key out', () => {
  test('needs a shared one', async () => {
    const { ask, kek, remove } = aKeyRegistry();
    const tried = async () => (await ask('POST', `${base}/keks/k/test`)).body;
    expect(await tried()).toEqual(error(40470, "Key 'k' not found"));
    await kek('k', { ...local, shared: false });
    expect(await tried()).toEqual(
      error(42271, "Invalid or missing value for field 'shared' of key"),
    );
    await ask('PUT', `${base}/keks/k?testSharing=true`, { shared: true });
    expect(await tried()).toMatchObject({ name: 'k', shared: true });
    await remove('/k');
    expect(await tried()).toEqual(error(40470, "Key 'k' not found"));
  });
});
