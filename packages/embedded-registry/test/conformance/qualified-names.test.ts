import { describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Names of subjects (2.1)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;

  describe('a qualified name, `:.context:subject`,', () => {
    it('names a subject of that context', async () => {
      const context = aContext();
      await register(`:${context}:a`, order.first);
      expect((await must('GET', `/subjects/:${context}:a/versions/1`)).subject).toBe(
        `:${context}:a`,
      );
    });

    it('of the default context is the same as the name alone', async () => {
      const subject = aSubject();
      await register(`:.:${subject}`, order.first);
      expect((await must('GET', `/subjects/${subject}/versions/1`)).subject).toBe(subject);
      expect((await must('GET', `/subjects/:.:${subject}/versions/1`)).subject).toBe(subject);
    });

    it('is the same with its colons encoded', async () => {
      const context = aContext();
      await register(`:${context}:a`, order.first);
      expect(await call('GET', `/subjects/%3A${context}%3Aa/versions`)).toEqual(ok([1]));
    });

    it('without the second colon is a context and a subject without a name', async () => {
      const context = aContext();
      await register(`:${context}`, order.first);
      expect(await call('GET', `/subjects/:${context}/versions`)).toEqual(ok([1]));
      expect(await call('GET', `/subjects/:${context}:/versions`)).toEqual(ok([1]));
    });

    it('begins with a colon and a dot; with a colon alone it is a name like any other', async () => {
      const subject = `${aSubject()}:b`;
      await register(subject, order.first);
      expect(await call('GET', `/subjects/${subject}/versions`)).toEqual(ok([1]));
    });

    it('may have colons in the subject', async () => {
      const context = aContext();
      await register(`:${context}:a:b`, order.first);
      expect(await must('GET', `/contexts/${context}/subjects`)).toEqual([`:${context}:a:b`]);
    });
  });

  describe('a name', () => {
    it.each([
      'with space',
      'a/b',
      '100%',
      'a+b',
      'a&b',
      'a?b',
      'a#b',
      'ünïcode',
      '日本',
      '"quoted"',
      "it's",
      'a;b',
      'a=b',
      'a.b',
      'x'.repeat(300),
      '.',
      '..',
    ])('may be anything that can be encoded: %j', async (name) => {
      const context = aContext();
      const subject = `:${context}:${name}`;
      const path = encodeURIComponent(subject);
      await register(subject, order.first);
      expect((await must('GET', `/subjects/${path}/versions/1`)).subject).toBe(subject);
      expect(await must('GET', `/subjects?subjectPrefix=${path}`)).toEqual([subject]);
      expect(await must('DELETE', `/subjects/${path}`)).toEqual([1]);
    });

    it('keeps its capitals and its spaces', async () => {
      const context = aContext();
      for (const name of ['A', 'a', ' a', 'a ']) await register(`:${context}:${name}`, order.first);
      expect(await must('GET', `/subjects?subjectPrefix=:${context}:`)).toEqual(
        [' a', 'A', 'a', 'a '].map((name) => `:${context}:${name}`),
      );
    });

    it.each(['__GLOBAL', '__EMPTY'])(
      'that the registry needs for itself can be asked about, but not registered or set: %s',
      async (name) => {
        const context = aContext();
        const subject = `:${context}:${name}`;
        const invalid = refused(422, 42208, `The specified subject '${subject}' is not a valid.`);
        expect((await call('GET', `/subjects/${subject}/versions`)).body.error_code).toBe(40401);
        expect(
          await call('POST', `/subjects/${subject}/versions`, { schema: order.first }),
        ).toEqual(invalid);
        expect(await call('PUT', `/config/${subject}`, { compatibility: 'NONE' })).toEqual(invalid);
        expect(await call('PUT', `/mode/${subject}`, { mode: 'READONLY' })).toEqual(invalid);
      },
    );
  });
});
