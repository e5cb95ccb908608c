import { describe, expect, test } from 'vitest';
import { keepKek } from '../../src/state/key-change.ts';
import { aKeyRegistry, base, error, noKey } from './keys-to-test.ts';

const stored = {
  name: 'k',
  kmsType: 'test-kms',
  kmsKeyId: 'id-of-k',
  kmsProps: {},
  shared: false,
  ts: 1000,
};

describe('a key encryption key', () => {
  test('is answered as it was created, no properties included', async () => {
    const { kek, get } = aKeyRegistry();
    expect((await kek('k')).body).toEqual(stored);
    expect((await get('/k')).body).toEqual(stored);
    const fields = { kmsProps: { b: '2', a: '1' }, doc: '', shared: true, kmsType: '' };
    expect((await kek('l', fields)).body).toEqual({
      ...stored,
      ...fields,
      name: 'l',
      kmsKeyId: 'id-of-l',
    });
    expect(Object.keys((await get('/l')).body.kmsProps)).toEqual(['a', 'b']);
  });

  test.each([
    ['name', { name: '' }],
    ['name', { name: null }],
    ['name', { name: '1k' }],
    ['name', { name: 'a b' }],
    ['name', { name: 'a.b' }],
    ['name', { name: '-a' }],
    ['name', { name: 'k\n' }],
    ['name', { name: 'k'.repeat(257) }],
    ['kmsType', { kmsType: null }],
    ['kmsType', { kmsType: null, kmsKeyId: null }],
    ['kmsKeyId', { kmsKeyId: null }],
    ['kmsKeyId', { kmsKeyId: '' }],
    ['kmsKeyId', { kmsType: 'aws-kms', kmsKeyId: 'arn:k' }],
    ['kmsKeyId', { kmsType: 'azure-kms', kmsKeyId: 'keys/k' }],
    ['kmsKeyId', { kmsType: 'gcp-kms', kmsKeyId: 'arn:k' }],
    ['kmsKeyId', { kmsType: 'hcvault', kmsKeyId: 'transit/keys/k' }],
  ])('is refused for its %s: %j', async (field, fields) => {
    const { kek, get } = aKeyRegistry();
    expect((await kek('k', fields)).body).toEqual(
      error(42271, `Invalid or missing value for field '${field}' of key`),
    );
    expect((await get('?deleted=true')).body).toEqual([]);
  });

  test.each([
    ['k'.repeat(256), 'test-kms', 'any id', 'test-kms'],
    ['_a-B_9', 'AWS', 'anything', 'aws-kms'],
    ['k', 'aws-kms', 'arn:aws:kms:us-east-1:1:key/k', 'aws-kms'],
    ['k', 'aws-kms', 'arn:aws-us-gov:kms:us-gov-east-1:1:key/k', 'aws-kms'],
    ['k', 'azure-kms', 'https://v.vault.azure.net/keys/k/1', 'azure-kms'],
    ['k', 'azure', 'anything', 'azure-kms'],
    ['k', 'gcp-kms', 'projects/p/locations/l/keyRings/r/cryptoKeys/k', 'gcp-kms'],
    ['k', 'gcp', 'anything', 'gcp-kms'],
    ['k', 'hcvault', 'http://localhost:8200/transit/keys/k', 'hcvault'],
  ])('is taken: %s of %s %s', async (name, kmsType, kmsKeyId, kept) => {
    const { kek } = aKeyRegistry();
    const { status, body } = await kek(name, { kmsType, kmsKeyId });
    expect([status, body.name, body.kmsType, body.kmsKeyId]).toEqual([200, name, kept, kmsKeyId]);
  });

  test('is there once', async () => {
    const { kek } = aKeyRegistry();
    await kek('k');
    const exists = error(40971, "Key 'k' already exists; use a different value");
    expect((await kek('k')).body).toEqual(exists);
    expect((await kek('k', { doc: 'other' })).body).toEqual(exists);
  });

  test('comes back when it is created as it was', async () => {
    const { kek, get, remove } = aKeyRegistry();
    const fields = { kmsProps: { b: '2', a: '1' }, doc: 'd' };
    await kek('k', fields);
    await remove('/k');
    for (const other of [
      { ...fields, doc: 'e' },
      { ...fields, kmsProps: { a: '1' } },
      { ...fields, shared: true },
      { ...fields, kmsKeyId: 'other' },
      { ...fields, kmsType: 'other' },
      { ...fields, deleted: true },
    ])
      expect((await kek('k', other)).body.error_code).toBe(40971);
    expect((await kek('k', { kmsProps: { a: '1', b: '2' }, doc: 'd' })).status).toBe(200);
    expect((await get('/k')).status).toBe(200);
  });

  test('can be created soft-deleted, and soft-deleted by creating it so', async () => {
    const { kek, get } = aKeyRegistry();
    expect((await kek('k', { deleted: true })).body).toEqual({ ...stored, deleted: true });
    expect((await get('/k')).body).toEqual(noKey('k'));
    expect((await kek('k')).body).toEqual(stored);
    expect((await kek('k', { deleted: true })).body.deleted).toBe(true);
    expect((await get('/k')).body).toEqual(noKey('k'));
  });

  test('changes in what is named; null clears', async () => {
    const { ask, kek, get, remove } = aKeyRegistry();
    await kek('k', { doc: 'd', kmsProps: { a: '1' }, shared: true });
    const put = async (change: unknown) => (await ask('PUT', `${base}/keks/k`, change)).body;
    const before = { ...stored, doc: 'd', kmsProps: { a: '1' }, shared: true };
    expect(await put({ kmsType: 'other', name: 'other', deleted: true })).toEqual(before);
    expect(await put({ doc: 'e' })).toEqual({ ...before, doc: 'e' });
    expect(await put({ doc: null, shared: null })).toEqual({ ...stored, kmsProps: { a: '1' } });
    expect(await put({ kmsProps: null })).toEqual(stored);
    expect((await get('/k')).body).toEqual(stored);
    await remove('/k');
    expect(await put({ doc: 'f' })).toEqual(noKey('k'));
  });

  test('has its time from when it last changed', async () => {
    let time = 1;
    const { ask, kek, get, remove, undelete } = aKeyRegistry({ now: () => time });
    const timeOf = async () => (await get('/k?deleted=true')).body.ts;
    await kek('k');
    const steps: [number, () => Promise<unknown>][] = [
      [2, () => ask('PUT', `${base}/keks/k`, { doc: 'd' })],
      [2, () => ask('PUT', `${base}/keks/k`, { doc: 'd' })],
      [4, () => remove('/k')],
      [4, () => remove('/k')],
      [6, () => undelete('/k')],
      [6, () => undelete('/k')],
    ];
    for (const [expected, step] of steps) {
      time += 1;
      await step();
      expect(await timeOf()).toBe(expected);
    }
  });

  test('is deleted softly first, then for good', async () => {
    const { kek, get, remove, undelete } = aKeyRegistry();
    await kek('k');
    expect((await remove('/k?permanent=true')).body).toEqual(
      error(40471, "Key 'k' was not deleted first before being permanently deleted"),
    );
    const answer = await remove('/k');
    expect([answer.status, answer.body, answer.headers['content-type']]).toEqual([
      204,
      '',
      undefined,
    ]);
    expect((await remove('/k')).status).toBe(204);
    expect((await get('/k')).body).toEqual(noKey('k'));
    expect((await get('/k?deleted=true')).body).toEqual({ ...stored, deleted: true });
    expect((await undelete('/k')).status).toBe(204);
    expect((await undelete('/k')).status).toBe(204);
    expect((await get('/k')).body).toEqual(stored);
    await remove('/k');
    expect((await remove('/k?permanent=true')).status).toBe(204);
    for (const answer of [await get('/k?deleted=true'), await remove('/k'), await undelete('/k')])
      expect(answer.body).toEqual(noKey('k'));
  });

  test('stays as long as keys are under it', async () => {
    const { kek, dek, remove } = aKeyRegistry();
    const inUse = error(42272, "One or more references exist to the key 'k'");
    await kek('k');
    await dek('k', 's');
    expect((await remove('/k')).body).toEqual(inUse);
    expect((await remove('/k?permanent=true')).body).toEqual(inUse);
    await remove('/k/deks/s');
    expect((await remove('/k')).status).toBe(204);
    expect((await remove('/k?permanent=true')).body).toEqual(inUse);
    await remove('/k/deks/s?permanent=true');
    expect((await remove('/k?permanent=true')).status).toBe(204);
  });

  test('is one of at most 20,000 keys', async () => {
    const kept = Array.from({ length: 19_998 }, (_, index) => ({
      ...stored,
      name: `n${index}`,
      doc: null,
      deleted: index % 2 === 0,
    }));
    const log = {
      open: () => kept.map(keepKek),
      append: async () => {},
      pending: () => undefined,
    };
    const { kek, dek, remove } = aKeyRegistry({ log });
    await kek('a');
    await dek('a', 's');
    const tooMany = error(40972, 'A maximum of 20000 keys already exist');
    expect((await kek('b')).body).toEqual(tooMany);
    expect((await dek('a', 't')).body).toEqual(tooMany);
    await remove('/a/deks/s');
    expect((await dek('a', 's')).status).toBe(200);
  });
});

describe('the list of key encryption keys', () => {
  test('is in order, in pages, with soft-deleted ones if asked', async () => {
    const { kek, get, remove } = aKeyRegistry();
    for (const name of ['b', 'a', 'C', '_']) await kek(name);
    await remove('/a');
    expect((await get('')).body).toEqual(['C', '_', 'b']);
    expect((await get('?deleted=true')).body).toEqual(['C', '_', 'a', 'b']);
    expect((await get('?offset=1&limit=1')).body).toEqual(['_']);
    expect((await get('?limit=0')).body).toEqual(['C', '_', 'b']);
    expect((await get('?limit=x')).status).toBe(404);
  });

  test('can be of those that have keys for some subjects', async () => {
    const { kek, dek, get, remove } = aKeyRegistry();
    for (const name of ['a', 'b', 'c', 'd']) await kek(name);
    await dek('a', 'orders');
    await dek('b', 'ordinals');
    await dek('b', ':.x:orders');
    await dek('c', 'orders');
    await remove('/c/deks/orders');
    const under = async (query: string) => (await get(`?${query}`)).body;
    expect(await under('subjectPrefix=ord')).toEqual(['a', 'b']);
    expect(await under('subjectPrefix=orde')).toEqual(['a']);
    expect(await under('subjectPrefix=orde&deleted=true')).toEqual(['a', 'c']);
    expect(await under('subjectPrefix=ordi&subjectPrefix=orde')).toEqual(['a', 'b']);
    expect(await under('subjectPrefix=')).toEqual(['a', 'b']);
    expect(await under('subjectPrefix=:.x:')).toEqual(['b']);
    expect(await under('subjectPrefix=:.:orde')).toEqual(['a']);
    expect(await under('subjectPrefix=:*:orde')).toEqual(['a', 'b']);
    expect(await under('subjectPrefix=zzz')).toEqual([]);
  });
});

describe('what is sent for a key encryption key', () => {
  test.each([
    ['POST', '', '', 422, 'createKek.request must not be null (was null)'],
    ['PUT', '/k', '', 422, 'putKek.request must not be null (was null)'],
    ['POST', '', '{', 400, undefined],
    [
      'POST',
      '',
      '{"shared":"yes"}',
      400,
      'Cannot deserialize value of type `boolean` from String "yes": only "true" or "false" recognized',
    ],
    [
      'PUT',
      '/k',
      '{"shared":"yes"}',
      400,
      'Cannot deserialize value of type `Boolean` from String "yes": only "true" or "false" recognized',
    ],
  ])('%s %s %s is refused', async (method, path, body, status, message) => {
    const { ask, kek } = aKeyRegistry();
    await kek('k');
    const answer = await ask(method, `${base}/keks${path}`, body);
    expect(answer.status).toBe(status);
    if (message !== undefined) expect(answer.body).toEqual(error(status, message));
  });

  test('can hold anything in its properties', async () => {
    const { ask, get } = aKeyRegistry();
    const body =
      '{"name":"k","kmsType":"t","kmsKeyId":"i","kmsProps":{"__proto__":"p","":"e","n":null}}';
    expect((await ask('POST', `${base}/keks`, body)).status).toBe(200);
    expect(Object.entries((await get('/k')).body.kmsProps)).toEqual([
      ['', 'e'],
      ['__proto__', 'p'],
      ['n', null],
    ]);
  });
});
