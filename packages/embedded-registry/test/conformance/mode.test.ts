import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

const wrongMode = refused(
  422,
  42204,
  'Invalid mode. Valid values are READWRITE, READONLY, IMPORT and FORWARD.',
);

specification('Modes (1.6, 2.6)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;

  describe.each([
    ['a subject', () => aSubject()],
    ['a context', () => `:${aContext()}:`],
    ['a subject of a context', () => `:${aContext()}:a`],
  ])('of %s', (_, aName) => {
    let name: string;
    beforeEach(() => {
      name = aName();
    });
    const get = (query = '') => call('GET', `/mode/${name}${query}`);
    const put = (mode: unknown, query = '') => call('PUT', `/mode/${name}${query}`, { mode });

    it('is not there until it is set: 40409', async () => {
      expect(await get()).toEqual(
        refused(404, 40409, `Subject '${name}' does not have subject-level mode configured`),
      );
    });

    it('that is not there is what is inherited with defaultToGlobal=true', async () => {
      expect(await get('?defaultToGlobal=true')).toEqual(ok({ mode: 'READWRITE' }));
    });

    it.each(['READWRITE', 'READONLY', 'READONLY_OVERRIDE', 'IMPORT'])('takes %s', async (mode) => {
      expect(await put(mode)).toEqual(ok({ mode }));
      expect(await get()).toEqual(ok({ mode }));
    });

    it('takes small letters, says them back and shows capitals', async () => {
      expect(await put('readonly')).toEqual(ok({ mode: 'readonly' }));
      expect(await get()).toEqual(ok({ mode: 'READONLY' }));
    });

    it.each(['NOPE', '', ' READWRITE', 1])('refuses another mode: %j', async (mode) => {
      expect(await put(mode)).toEqual(wrongMode);
      expect((await get()).status).toBe(404);
    });

    it('cannot be FORWARD, which is for everything', async (test) => {
      await registry.since(test, '7.9.6/8.1.0');
      expect(await put('FORWARD')).toEqual(
        refused(422, 42204, 'Forward mode only supported on global level'),
      );
    });

    it('is unset by null', async (test) => {
      await registry.since(test, '8.0.0');
      await put('READONLY');
      expect(await put(null)).toEqual(ok({ mode: null }));
      expect((await get()).status).toBe(404);
    });

    it('is deleted with what it was as the answer, once: 40401', async () => {
      await put('READONLY');
      expect(await call('DELETE', `/mode/${name}`)).toEqual(ok({ mode: 'READONLY' }));
      expect(await call('DELETE', `/mode/${name}`)).toEqual(
        refused(404, 40401, `Subject '${name}' not found.`),
      );
    });
  });

  describe('a request', () => {
    it('without a mode fails inside the registry', async () => {
      const subject = aSubject();
      for (const body of [{}, { Mode: 'READWRITE' }])
        expect(await call('PUT', `/mode/${subject}`, body)).toEqual(
          refused(500, 500, 'Internal Server Error'),
        );
    });

    it('may be the mode alone', async () => {
      expect(await call('PUT', `/mode/${aSubject()}`, '"READWRITE"')).toEqual(
        ok({ mode: 'READWRITE' }),
      );
    });
  });

  describe.each(['READONLY', 'READONLY_OVERRIDE'])('%s', (mode) => {
    let subject: string;
    beforeEach(async () => {
      subject = aSubject();
      await register(subject, order.first);
      await must('PUT', `/mode/${subject}`, { mode });
    });

    it.each([
      ['POST', '/subjects/{s}/versions', { schema: order.second }],
      ['DELETE', '/subjects/{s}', undefined],
      ['DELETE', '/subjects/{s}/versions/1', undefined],
      ['PUT', '/config/{s}', { compatibility: 'NONE' }],
    ])('forbids %s %s', async (method, path, body) => {
      expect(await call(method, path.replace('{s}', subject), body)).toEqual(
        refused(422, 42205, `Subject ${subject} in context  is in read-only mode`),
      );
    });

    it('lets a schema be registered that is there already', async () => {
      expect((await register(subject, order.first)).version).toBe(1);
    });

    it('lets everything be read, looked up and checked', async () => {
      await must('GET', `/subjects/${subject}/versions/1`);
      await must('POST', `/subjects/${subject}`, { schema: order.first });
      await must('POST', `/compatibility/subjects/${subject}/versions/latest`, {
        schema: order.second,
      });
    });

    it('is of this subject alone', async () => {
      expect((await register(aSubject(), order.second)).version).toBe(1);
    });
  });

  it('a context that is read-only is named in the refusal', async () => {
    const context = aContext();
    await must('PUT', `/mode/:${context}:`, { mode: 'READONLY' });
    const target = `/subjects/:${context}:a/versions`;
    expect(await call('POST', target, { schema: order.first })).toEqual(
      refused(422, 42205, `Subject :${context}:a in context :${context}: is in read-only mode`),
    );
  });

  describe('what applies to a subject', () => {
    let context: string;
    beforeEach(() => {
      context = aContext();
    });
    const effective = async (name: string) =>
      (await must('GET', `/mode/${name}?defaultToGlobal=true`)).mode;

    it('is its own mode, or else that of its context', async () => {
      await must('PUT', `/mode/:${context}:`, { mode: 'READONLY' });
      expect(await effective(`:${context}:a`)).toBe('READONLY');
      await must('PUT', `/mode/:${context}:a`, { mode: 'READWRITE' });
      expect(await effective(`:${context}:a`)).toBe('READWRITE');
      expect((await register(`:${context}:a`, order.first)).version).toBe(1);
    });

    it('is not the mode of the default context for a subject of another one', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await must('PUT', '/mode', { mode: 'READONLY' });
      expect(await effective(aSubject())).toBe('READONLY');
      expect(await effective(`:${context}:a`)).toBe('READWRITE');
    });

    it('is that of everything where nothing nearer is set', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await must('PUT', '/mode/:.__GLOBAL:', { mode: 'READONLY' });
      expect(await effective(`:${context}:a`)).toBe('READONLY');
      expect(await effective(aSubject())).toBe('READONLY');
      await must('PUT', '/mode', { mode: 'READWRITE' });
      expect(await effective(aSubject())).toBe('READWRITE');
    });
  });

  describe.each([
    ['the default context', '/mode'],
    ['the default context by its name', '/mode/:.:'],
    ['everything', '/mode/:.__GLOBAL:'],
  ])('of %s', (_, path) => {
    it('is always there: GET makes up one where none is set', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      if (path === '/mode') await registry.since(test, '7.9.5/8.0.3/8.1.1');
      await must('PUT', path, { mode: 'READONLY' });
      await must('DELETE', path);
      expect(await call('GET', path)).toEqual(ok({ mode: 'READWRITE' }));
    });

    it('is changed as any other', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      expect(await call('PUT', path, { mode: 'READONLY' })).toEqual(ok({ mode: 'READONLY' }));
      expect(await call('GET', path)).toEqual(ok({ mode: 'READONLY' }));
      expect(await call('PUT', path, { mode: 'NOPE' })).toEqual(wrongMode);
    });
  });

  describe('DELETE with recursive=true', () => {
    it('of a context unsets the modes of all its subjects too', async (test) => {
      await registry.since(test, '7.9.6/8.0.3/8.1.1');
      const context = aContext();
      await must('PUT', `/mode/:${context}:`, { mode: 'READONLY' });
      await must('PUT', `/mode/:${context}:a`, { mode: 'READONLY' });
      expect(await call('DELETE', `/mode/:${context}:?recursive=true`)).toEqual(
        ok({ mode: 'READONLY' }),
      );
      expect((await call('GET', `/mode/:${context}:a`)).status).toBe(404);
      expect((await call('GET', `/mode/:${context}:`)).status).toBe(404);
    });

    it('of a context without a mode of its own is no error', async (test) => {
      await registry.since(test, '7.9.6/8.0.3/8.1.1');
      const context = aContext();
      await must('PUT', `/mode/:${context}:a`, { mode: 'READONLY' });
      expect(await call('DELETE', `/mode/:${context}:?recursive=true`)).toEqual(ok({}));
      expect((await call('GET', `/mode/:${context}:a`)).status).toBe(404);
    });
  });
});
