import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import type { RegistryUnderTest } from './registry-under-test.ts';
import { specification } from './specification.ts';

const keks = '/dek-registry/v1/keks';
const algorithms = ['AES256_GCM', 'AES128_GCM', 'AES256_SIV'];

/** The name of a key encryption key that is not there yet; after the test it is gone with all that it encrypts. */
function aKek({ aWord, afterwards, call }: RegistryUnderTest): string {
  const name = aWord();
  afterwards(async () => {
    const { body: subjects } = await call('GET', `${keks}/${name}/deks?deleted=true`);
    for (const subject of Array.isArray(subjects) ? subjects : [])
      for (const algorithm of algorithms)
        for (const permanent of ['', '&permanent=true'])
          await call(
            'DELETE',
            `${keks}/${name}/deks/${encodeURIComponent(subject)}?algorithm=${algorithm}${permanent}`,
          );
    for (const permanent of ['', '?permanent=true'])
      await call('DELETE', `${keks}/${name}${permanent}`);
  });
  return name;
}

const gone = { status: 204, body: '' };
const notFound = (key: string) => refused(404, 40470, `Key '${key}' not found`);
const invalid = (field: string) =>
  refused(422, 42271, `Invalid or missing value for field '${field}' of key`);

specification('DEK registry: keys that encrypt keys (1.9)', (registry) => {
  const { call, must } = registry;
  let name: string;
  beforeEach(async (test) => {
    await registry.since(test, '7.5.0');
    name = aKek(registry);
  });
  const create = (fields: object = {}) =>
    call('POST', keks, { name, kmsType: 'test-kms', kmsKeyId: 'arn:k', ...fields });
  const get = (query = '') => call('GET', `${keks}/${name}${query}`);

  describe('a key', () => {
    it('is made with what it is called and where its key is kept', async () => {
      const fields = { kmsProps: { a: 'b' }, doc: 'd', shared: true };
      expect(await create(fields)).toEqual(
        ok({ name, kmsType: 'test-kms', kmsKeyId: 'arn:k', ...fields, ts: expect.any(Number) }),
      );
    });

    it('has no properties and is not shared where nothing says so', async () => {
      expect((await create()).body).toMatchObject({ kmsProps: {}, shared: false });
    });

    it('is read by its name and listed', async () => {
      const { body } = await create();
      expect(await get()).toEqual(ok(body));
      expect(await must('GET', keks)).toContain(name);
    });

    it('that is not there is 40470', async () => {
      expect(await get()).toEqual(notFound(name));
      expect(await call('GET', `${keks}/${name}/deks`)).toEqual(notFound(name));
      expect(await call('PUT', `${keks}/${name}`, { doc: 'x' })).toEqual(notFound(name));
      expect(await call('DELETE', `${keks}/${name}`)).toEqual(notFound(name));
    });

    it('cannot be made twice, even with other fields', async () => {
      await create();
      const exists = refused(409, 40971, `Key '${name}' already exists; use a different value`);
      expect(await create()).toEqual(exists);
      expect(await create({ doc: 'other' })).toEqual(exists);
    });

    it.each(['', 'a b', '1k', 'a/b', 'k'.repeat(257)])(
      'needs a name of letters, digits, _ and -, that begins with no digit: not %j',
      async (wrong) => {
        expect(await create({ name: wrong })).toEqual(invalid('name'));
      },
    );

    it('needs a type and an id', async () => {
      expect(await create({ kmsType: null })).toEqual(invalid('kmsType'));
      expect(await create({ kmsKeyId: '' })).toEqual(invalid('kmsKeyId'));
    });
  });

  describe('a change', () => {
    it('sets what it names and leaves the rest', async () => {
      await create({ doc: 'd', kmsProps: { a: 'b' } });
      const put = async (fields: object) => (await call('PUT', `${keks}/${name}`, fields)).body;
      expect(await put({ doc: 'new' })).toMatchObject({ doc: 'new', kmsProps: { a: 'b' } });
      expect(await put({ kmsProps: { z: '1' } })).toMatchObject({
        doc: 'new',
        kmsProps: { z: '1' },
      });
      expect(await put({ shared: true })).toMatchObject({ doc: 'new', shared: true });
    });

    it('unsets what it names as null', async () => {
      await create({ doc: 'd', kmsProps: { a: 'b' } });
      const { body } = await call('PUT', `${keks}/${name}`, { kmsProps: null });
      expect(body).toMatchObject({ doc: 'd', kmsProps: {} });
    });

    it('cannot move the key elsewhere', async () => {
      await create();
      const { body } = await call('PUT', `${keks}/${name}`, { kmsType: 'x', kmsKeyId: 'y' });
      expect(body).toMatchObject({ kmsType: 'test-kms', kmsKeyId: 'arn:k' });
    });
  });

  describe('a key that is deleted', () => {
    const remove = (query = '') => call('DELETE', `${keks}/${name}${query}`);
    beforeEach(async () => {
      await create();
    });

    it('is hidden unless asked for with deleted=true', async () => {
      expect(await remove()).toEqual(gone);
      expect(await get()).toEqual(notFound(name));
      expect((await get('?deleted=true')).body).toMatchObject({ name, deleted: true });
      expect(await must('GET', keks)).not.toContain(name);
      expect(await must('GET', `${keks}?deleted=true`)).toContain(name);
    });

    it('comes back by undelete', async () => {
      await remove();
      expect(await call('POST', `${keks}/${name}/undelete`)).toEqual(gone);
      expect((await get()).status).toBe(200);
    });

    it('comes back when it is made again as it was', async () => {
      await remove();
      expect((await create()).status).toBe(200);
      expect((await get()).status).toBe(200);
    });

    it('for good must have been deleted first', async () => {
      expect(await remove('?permanent=true')).toEqual(
        refused(404, 40471, `Key '${name}' was not deleted first before being permanently deleted`),
      );
      await remove();
      expect(await remove('?permanent=true')).toEqual(gone);
      expect(await get('?deleted=true')).toEqual(notFound(name));
    });
  });

  it('testing a key that no driver supports is 50070', async () => {
    await create({ shared: true });
    const { status, body } = await call('POST', `${keks}/${name}/test`);
    expect([status, body.error_code]).toEqual([500, 50070]);
    expect(body.message).toContain('No KMS driver supports: test-kms://arn:k');
  });
});

specification('DEK registry: keys that encrypt data (1.9)', (registry) => {
  const { call, must, aSubject, aContext } = registry;
  let kek: string;
  let subject: string;
  beforeEach(async (test) => {
    await registry.since(test, '7.5.0');
    kek = aKek(registry);
    subject = aSubject();
    await must('POST', keks, { name: kek, kmsType: 'test-kms', kmsKeyId: 'arn:k' });
  });
  const material = { encryptedKeyMaterial: 'ZW5jcnlwdGVk' };
  const create = (fields: object = {}) =>
    call('POST', `${keks}/${kek}/deks`, { subject, ...material, ...fields });
  const get = (path = '') => call('GET', `${keks}/${kek}/deks/${subject}${path}`);

  describe('a key', () => {
    it('is made for a subject: version 1 of AES256_GCM where nothing else is said', async () => {
      expect(await create()).toEqual(
        ok({
          kekName: kek,
          subject,
          version: 1,
          algorithm: 'AES256_GCM',
          ...material,
          ts: expect.any(Number),
        }),
      );
    });

    it('may name its subject in the path', async (test) => {
      await registry.since(test, '7.9.6/8.0.4/8.1.2');
      const target = `${keks}/${kek}/deks/${subject}`;
      expect((await call('POST', target, material)).body).toMatchObject({ subject, version: 1 });
    });

    it('is one of its subject, its version and its algorithm', async () => {
      await create();
      for (const fields of [{ version: 2 }, { version: 5 }, { algorithm: 'AES128_GCM' }])
        expect((await create(fields)).body).toMatchObject(fields);
      expect(await create()).toEqual(
        refused(409, 40971, `Key '${subject}' already exists; use a different value`),
      );
      expect(await create({ encryptedKeyMaterial: 'b3RoZXI=' })).toMatchObject({ status: 409 });
    });

    it('needs a subject, its material, and a key that encrypts it', async () => {
      expect(await create({ subject: '' })).toEqual(invalid('subject'));
      expect(await create({ encryptedKeyMaterial: undefined })).toEqual(
        invalid('encryptedKeyMaterial'),
      );
      expect(await call('POST', `${keks}/none/deks`, { subject, ...material })).toEqual(
        notFound('none'),
      );
    });

    it('is of an algorithm that there is', async () => {
      expect(await create({ algorithm: 'NOPE' })).toEqual(
        refused(400, 400, expect.stringContaining('of type `DekFormat` from String "NOPE"')),
      );
    });

    it('is read by its version and by its algorithm', async () => {
      const { body: first } = await create();
      const { body: second } = await create({ version: 2 });
      const { body: other } = await create({ algorithm: 'AES256_SIV' });
      expect(await get()).toEqual(ok(first));
      expect(await get('/versions/2')).toEqual(ok(second));
      expect(await get('/versions/latest')).toEqual(ok(second));
      expect(await get('/versions/-1')).toEqual(ok(second));
      expect(await get('?algorithm=AES256_SIV')).toEqual(ok(other));
      expect(await get('/versions')).toEqual(ok([1, 2]));
      expect(await get('/versions?algorithm=AES256_SIV')).toEqual(ok([1]));
    });

    it('that is not there is 40470', async () => {
      expect(await get()).toEqual(notFound(subject));
      await create();
      expect(await get('/versions/9')).toEqual(notFound(subject));
      expect(await get('?algorithm=AES128_GCM')).toEqual(notFound(subject));
    });
  });

  it('the subjects that a key encrypts for are listed, and the keys that encrypt for a prefix', async () => {
    await create();
    await create({ version: 2 });
    expect(await must('GET', `${keks}/${kek}/deks`)).toEqual([subject]);
    expect(await must('GET', `${keks}?subjectPrefix=${subject}`)).toEqual([kek]);
    expect(await must('GET', `${keks}?subjectPrefix=${aSubject()}`)).toEqual([]);
  });

  describe('a key that is deleted', () => {
    const remove = (path = '') => call('DELETE', `${keks}/${kek}/deks/${subject}${path}`);
    beforeEach(async () => {
      await create();
      await create({ version: 2 });
    });

    it('as one version is hidden unless asked for with deleted=true', async () => {
      expect(await remove('/versions/2')).toEqual(gone);
      expect(await get('/versions')).toEqual(ok([1]));
      expect(await get('/versions?deleted=true')).toEqual(ok([1, 2]));
      expect(await get('/versions/2')).toEqual(notFound(subject));
      expect((await get('/versions/2?deleted=true')).body).toMatchObject({
        version: 2,
        deleted: true,
      });
    });

    it('with its subject goes with all its versions', async () => {
      expect(await remove()).toEqual(gone);
      expect(await must('GET', `${keks}/${kek}/deks`)).toEqual([]);
      expect(await must('GET', `${keks}/${kek}/deks?deleted=true`)).toEqual([subject]);
    });

    it('comes back by undelete, one version or all', async () => {
      await remove();
      expect(await call('POST', `${keks}/${kek}/deks/${subject}/versions/1/undelete`)).toEqual(
        gone,
      );
      expect(await get('/versions')).toEqual(ok([1]));
      expect(await call('POST', `${keks}/${kek}/deks/${subject}/undelete`)).toEqual(gone);
      expect(await get('/versions')).toEqual(ok([1, 2]));
    });

    it('for good must have been deleted first', async () => {
      const notDeleted = refused(
        404,
        40471,
        `Key '${subject}' was not deleted first before being permanently deleted`,
      );
      expect(await remove('?permanent=true')).toEqual(notDeleted);
      expect(await remove('/versions/1?permanent=true')).toEqual(notDeleted);
      await remove();
      expect(await remove('?permanent=true')).toEqual(gone);
      expect(await must('GET', `${keks}/${kek}/deks?deleted=true`)).toEqual([]);
    });
  });

  describe('the key that encrypts it', () => {
    it('cannot be deleted before it', async () => {
      await create();
      expect(await call('DELETE', `${keks}/${kek}`)).toEqual(
        refused(422, 42272, `One or more references exist to the key '${kek}'`),
      );
    });

    it('cannot be deleted for good before it is', async () => {
      await create();
      await must('DELETE', `${keks}/${kek}/deks/${subject}`);
      await must('DELETE', `${keks}/${kek}`);
      expect(await call('DELETE', `${keks}/${kek}?permanent=true`)).toEqual(
        refused(422, 42272, `One or more references exist to the key '${kek}'`),
      );
    });

    it('must be there again before it can be', async () => {
      await create();
      await must('DELETE', `${keks}/${kek}/deks/${subject}`);
      await must('DELETE', `${keks}/${kek}`);
      expect(await call('POST', `${keks}/${kek}/deks/${subject}/undelete`)).toEqual(
        refused(404, 40472, `Key '${kek}' must be undeleted first`),
      );
    });
  });

  describe('below a context', () => {
    it('it is one of a subject of that context', async () => {
      const context = aContext();
      const base = `/contexts/${context}${keks}/${kek}/deks`;
      await create({ subject: `:${context}:a` });
      expect((await call('GET', `${base}/a`)).body).toMatchObject({ subject: `:${context}:a` });
      expect((await call('GET', `${base}/b`)).body.error_code).toBe(40470);
    });
  });
});
