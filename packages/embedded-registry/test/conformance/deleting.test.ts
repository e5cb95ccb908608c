import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Deleting subjects and versions (1.3, 2.5)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    for (const schema of [order.first, order.second, order.third]) await register(subject, schema);
  });
  const removeVersion = (version: number | string, query = '') =>
    call('DELETE', `/subjects/${subject}/versions/${version}${query}`);
  const remove = (query = '') => call('DELETE', `/subjects/${subject}${query}`);
  const versions = (query = '?deleted=true') =>
    must('GET', `/subjects/${subject}/versions${query}`);

  describe('a version that is deleted', () => {
    it('is answered with its number', async () => {
      expect(await removeVersion(2)).toEqual(ok(2));
      expect(await removeVersion('latest')).toEqual(ok(3));
      expect(await removeVersion('-1')).toEqual(ok(1));
    });

    it('is hidden unless asked for with deleted=true', async () => {
      await removeVersion(2);
      expect((await call('GET', `/subjects/${subject}/versions/2`)).body.error_code).toBe(40402);
      const hidden = await must('GET', `/subjects/${subject}/versions/2?deleted=true`);
      expect(hidden.version).toBe(2);
      if (await registry.isSince('8.0.0')) expect(hidden.deleted).toBe(true);
      expect(await must('GET', `/subjects/${subject}/versions/2/schema?deleted=true`)).toEqual(
        JSON.parse(order.second),
      );
    });

    it('is still answered by its id and its guid', async (test) => {
      await registry.since(test, '8.0.0');
      const { id, guid } = await must('GET', `/subjects/${subject}/versions/2`);
      await removeVersion(2);
      expect((await must('GET', `/schemas/ids/${id}?subject=${subject}`)).deleted).toBe(true);
      expect((await must('GET', `/schemas/guids/${guid}`)).schema).toBe(order.second);
    });

    it('cannot be deleted again, but for good', async () => {
      await removeVersion(2);
      expect(await removeVersion(2)).toEqual(
        refused(
          404,
          40406,
          `Subject '${subject}' Version 2 was soft deleted.Set permanent=true to delete permanently`,
        ),
      );
      expect(await removeVersion(2, '?permanent=true')).toEqual(ok(2));
      expect(await versions()).toEqual([1, 3]);
    });

    it('for good must have been deleted first', async () => {
      expect(await removeVersion(2, '?permanent=true')).toEqual(
        refused(
          404,
          40407,
          `Subject '${subject}' Version 2 was not deleted first before being permanently deleted`,
        ),
      );
    });

    it('for good is not there any more', async () => {
      await removeVersion(2);
      await removeVersion(2, '?permanent=true');
      expect(await removeVersion(2, '?permanent=true')).toEqual(
        refused(404, 40402, 'Version 2 not found.'),
      );
    });

    it('as the latest one for good is the highest that is not soft-deleted', async () => {
      await removeVersion(3);
      expect((await removeVersion('latest', '?permanent=true')).body).toEqual({
        error_code: 40407,
        message: `Subject '${subject}' Version 2 was not deleted first before being permanently deleted`,
      });
    });

    it('leaves a gap', async () => {
      await removeVersion(2);
      expect(await versions('')).toEqual([1, 3]);
      expect((await must('GET', `/subjects/${subject}/versions/latest`)).version).toBe(3);
    });
  });

  describe('a subject that is deleted', () => {
    it('is answered with the versions that were deleted with it', async () => {
      await removeVersion(2);
      expect(await remove()).toEqual(ok([1, 3]));
    });

    it('is hidden from the list of subjects unless deleted=true', async () => {
      await remove();
      const list = (query: string) => must('GET', `/subjects?subjectPrefix=${subject}${query}`);
      expect(await list('')).toEqual([]);
      expect(await list('&deleted=true')).toEqual([subject]);
    });

    it('cannot be deleted again, but for good', async () => {
      await remove();
      expect(await remove()).toEqual(
        refused(
          404,
          40404,
          `Subject '${subject}' was soft deleted.Set permanent=true to delete permanently`,
        ),
      );
      expect(await remove('?permanent=true')).toEqual(ok([1, 2, 3]));
    });

    it('for good must have been deleted first', async () => {
      const notDeleted = refused(
        404,
        40405,
        `Subject '${subject}' was not deleted first before being permanently deleted`,
      );
      expect(await remove('?permanent=true')).toEqual(notDeleted);
      await removeVersion(1);
      expect(await remove('?permanent=true'), 'all of its versions').toEqual(notDeleted);
    });

    it('for good goes with all its versions, those deleted before too', async () => {
      await removeVersion(1);
      await remove();
      expect(await remove('?permanent=true')).toEqual(ok([1, 2, 3]));
      expect((await call('GET', `/subjects/${subject}/versions?deleted=true`)).status).toBe(404);
    });

    it('that is not there is 40401', async () => {
      const missing = aSubject();
      const notFound = refused(404, 40401, `Subject '${missing}' not found.`);
      expect(await call('DELETE', `/subjects/${missing}`)).toEqual(notFound);
      expect(await call('DELETE', `/subjects/${missing}?permanent=true`)).toEqual(notFound);
      expect(await call('DELETE', `/subjects/${missing}/versions/1`)).toEqual(notFound);
    });
  });

  describe('the settings of a subject', () => {
    beforeEach(async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'FULL' });
      await must('PUT', `/mode/${subject}`, { mode: 'READWRITE' });
    });
    const areThere = async () => [
      (await call('GET', `/config/${subject}`)).status,
      (await call('GET', `/mode/${subject}`)).status,
    ];

    it('stay when it is deleted', async () => {
      await remove();
      expect(await areThere()).toEqual([200, 200]);
    });

    it('go with its last version', async () => {
      await remove();
      await removeVersion(1, '?permanent=true');
      await removeVersion(2, '?permanent=true');
      expect(await areThere()).toEqual([200, 200]);
      await removeVersion(3, '?permanent=true');
      expect(await areThere()).toEqual([404, 404]);
    });

    it('go when it is deleted for good', async () => {
      await remove();
      await remove('?permanent=true');
      expect(await areThere()).toEqual([404, 404]);
    });
  });

  describe('an id whose last version is deleted for good', () => {
    it('is not there any more', async () => {
      const context = aContext();
      const { id } = await register(`:${context}:a`, order.first);
      for (const query of ['', '?permanent=true'])
        await must('DELETE', `/subjects/:${context}:a${query}`);
      expect(await call('GET', `/schemas/ids/${id}?subject=:${context}:`)).toEqual(
        refused(404, 40403, `Schema ${id} not found`),
      );
    });
  });
});
