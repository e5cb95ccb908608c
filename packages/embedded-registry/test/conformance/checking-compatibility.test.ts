import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { avro, json, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Asking whether a schema is compatible (1.4)', (registry) => {
  const { call, register, must, aSubject } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
  });
  const check = (schema: string | object, version = '/latest', query = '') =>
    call(
      'POST',
      `/compatibility/subjects/${subject}/versions${version}${query}`,
      typeof schema === 'string' ? { schema } : schema,
    );

  it('says yes or no', async () => {
    await register(subject, order.first);
    expect(await check(order.second)).toEqual(ok({ is_compatible: true }));
    expect(await check(order.incompatible)).toEqual(ok({ is_compatible: false }));
  });

  it('registers nothing', async () => {
    await register(subject, order.first);
    await check(order.second);
    expect(await must('GET', `/subjects/${subject}/versions`)).toEqual([1]);
  });

  describe('with verbose=true', () => {
    it('says why not', async () => {
      await register(subject, order.first);
      const { body } = await check(order.incompatible, '/latest', '?verbose=true');
      expect(body.is_compatible).toBe(false);
      expect(body.messages[0]).toContain('READER_FIELD_MISSING_DEFAULT_VALUE');
    });

    it('has messages even where there are none', async () => {
      const none = ok({ is_compatible: true, messages: [] });
      expect(await check(order.first, '/latest', '?verbose=true')).toEqual(none);
      await register(subject, order.first);
      expect(await check(order.second, '/latest', '?verbose=true')).toEqual(none);
      expect(await check(order.second, '', '?verbose=true')).toEqual(none);
    });

    it('says of what is no schema that it is not compatible, and why', async () => {
      await register(subject, order.first);
      const { status, body } = await check('{"type":"nope"}', '/latest', '?verbose=true');
      expect(status).toBe(200);
      expect(body).toEqual({
        is_compatible: false,
        messages: [expect.stringMatching(/^Invalid schema /)],
      });
    });
  });

  it('refuses what is no schema', async () => {
    await register(subject, order.first);
    expect(await check('{"type":"nope"}')).toEqual(
      refused(422, 42201, expect.stringMatching(/^Invalid schema /)),
    );
    expect(await check({})).toEqual(refused(422, 42201, 'Empty schema'));
  });

  describe('with one version', () => {
    it('compares with that one', async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'NONE' });
      await register(subject, avro('Order', 'id'));
      await register(subject, avro('Order', 'name'));
      await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
      expect((await check(avro('Order', 'id'), '/1')).body.is_compatible).toBe(true);
      expect((await check(avro('Order', 'id'), '/2')).body.is_compatible).toBe(false);
    });

    it('that is not there is 40402, even without the subject', async () => {
      expect(await check(order.first, '/1')).toEqual(refused(404, 40402, 'Version 1 not found.'));
      await register(subject, order.first);
      expect(await check(order.second, '/9')).toEqual(refused(404, 40402, 'Version 9 not found.'));
    });
  });

  it('everything is compatible with a subject that is not there', async () => {
    expect(await check(order.first, '/latest')).toEqual(ok({ is_compatible: true }));
    expect(await check(order.first, '')).toEqual(ok({ is_compatible: true }));
  });

  it('soft-deleted versions do not count', async () => {
    await register(subject, order.first);
    await must('DELETE', `/subjects/${subject}`);
    expect(await check(order.incompatible)).toEqual(ok({ is_compatible: true }));
    expect(await check(order.incompatible, '')).toEqual(ok({ is_compatible: true }));
  });

  describe('with all versions', () => {
    beforeEach(async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'NONE' });
      await register(subject, avro('Order', 'id:string'));
      await register(subject, avro('Order', 'id:int'));
    });

    it.each([
      ['BACKWARD', 'the newest', true],
      ['BACKWARD_TRANSITIVE', 'every one', false],
    ])('at %s compares with %s', async (level, _, compatible) => {
      await must('PUT', `/config/${subject}`, { compatibility: level });
      expect(await check(avro('Order', 'id:long'), '')).toEqual(ok({ is_compatible: compatible }));
    });

    it('goes by the level of the subject, also with one version', async () => {
      expect(await check(avro('Order', 'id:boolean'), '')).toEqual(ok({ is_compatible: true }));
      expect(await check(avro('Order', 'id:boolean'), '/1')).toEqual(ok({ is_compatible: true }));
    });
  });

  it('a schema of another type is not compatible', async () => {
    await register(subject, order.first);
    const { body } = await check(json({ type: 'object' }), '/latest', '?verbose=true');
    expect(body.is_compatible).toBe(false);
    expect(body.messages[0]).toBe('Incompatible because of different schema type');
  });

  it('takes normalize', async () => {
    await register(subject, order.first);
    expect(await check(order.second, '/latest', '?normalize=true')).toEqual(
      ok({ is_compatible: true }),
    );
  });

  it('is possible where nothing may be written', async () => {
    await register(subject, order.first);
    await must('PUT', `/mode/${subject}`, { mode: 'READONLY' });
    expect(await check(order.second)).toEqual(ok({ is_compatible: true }));
  });
});
