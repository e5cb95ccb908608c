import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { specification } from './specification.ts';

const levels = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
];
const wrongLevel = refused(
  422,
  42203,
  'Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive',
);

specification('Configuration (1.5)', (registry) => {
  const { call, must, aSubject, aContext } = registry;

  // What a subject has, a context has in the same way.
  describe.each([
    ['a subject', () => aSubject()],
    ['a context', () => `:${aContext()}:`],
    ['a subject of a context', () => `:${aContext()}:a`],
  ])('of %s', (_, aName) => {
    let name: string;
    beforeEach(() => {
      name = aName();
    });
    const get = (query = '') => call('GET', `/config/${name}${query}`);
    const put = (body: unknown) => call('PUT', `/config/${name}`, body);

    it('is not there until it is set: 40408', async () => {
      expect(await get()).toEqual(
        refused(
          404,
          40408,
          `Subject '${name}' does not have subject-level compatibility configured`,
        ),
      );
    });

    it('that is not there is what is inherited with defaultToGlobal=true', async () => {
      expect((await get('?defaultToGlobal=true')).body).toHaveProperty('compatibilityLevel');
    });

    it.each(levels)(
      'takes the level %s, as `compatibility`, and shows it as `compatibilityLevel`',
      async (level) => {
        expect(await put({ compatibility: level })).toEqual(ok({ compatibility: level }));
        expect(await get()).toEqual(ok({ compatibilityLevel: level }));
      },
    );

    it('takes a level in small letters', async () => {
      expect(await put({ compatibility: 'full' })).toEqual(ok({ compatibility: 'FULL' }));
    });

    it.each(['NOPE', '', ' FULL', 'BACKWARD-TRANSITIVE', 1])(
      'refuses another level: %j',
      async (compatibility) => {
        expect(await put({ compatibility })).toEqual(wrongLevel);
      },
    );

    it('is deleted with what it was as the answer', async (test) => {
      await registry.since(test, '7.2.0');
      await put({ compatibility: 'FULL' });
      expect(await call('DELETE', `/config/${name}`)).toEqual(ok({ compatibilityLevel: 'FULL' }));
      expect((await get()).status).toBe(404);
    });

    it('that is not there cannot be deleted: 40401', async (test) => {
      await registry.since(test, '7.2.0');
      expect(await call('DELETE', `/config/${name}`)).toEqual(
        refused(404, 40401, `Subject '${name}' not found.`),
      );
    });
  });

  describe('a change', () => {
    let subject: string;
    beforeEach(() => {
      subject = aSubject();
    });
    const put = (body: unknown) => call('PUT', `/config/${subject}`, body);
    const everything = {
      alias: 'x',
      aliasForDeks: 'y',
      normalize: true,
      validateFields: true,
      validateNewSchemas: false,
      validateRules: true,
      compatibilityPolicy: 'STRICT',
      compatibilityGroup: 'g',
      defaultMetadata: { properties: { a: '1' } },
      overrideMetadata: { tags: { t: ['PII'] }, sensitive: ['s'] },
    };

    it('sets every field there is', async (test) => {
      await registry.since(test, '8.0.6/8.1.4/8.2.2');
      expect(await put({ compatibility: 'FULL', ...everything })).toEqual(
        ok({ compatibility: 'FULL', ...everything }),
      );
      expect(await call('GET', `/config/${subject}`)).toEqual(
        ok({ compatibilityLevel: 'FULL', ...everything }),
      );
    });

    it('leaves what it does not name, and unsets what it names as null', async (test) => {
      await registry.since(test, '7.5.0');
      await put({ compatibility: 'FULL', normalize: true, alias: 'x' });
      expect(await put({ normalize: false })).toEqual(
        ok({ compatibility: 'FULL', normalize: false, alias: 'x' }),
      );
      expect(await put({ alias: null, normalize: null })).toEqual(ok({ compatibility: 'FULL' }));
    });

    it('may set nothing at all: from then on there is a configuration', async () => {
      expect(await put({})).toEqual(ok({}));
      expect((await call('GET', `/config/${subject}`)).status).toBe(200);
    });

    it('by the name that GET gives the level changes nothing', async () => {
      await put({ compatibility: 'FULL' });
      expect(await put({ compatibilityLevel: 'NONE' })).toEqual(ok({ compatibility: 'FULL' }));
    });

    it('to a policy that is not known unsets the policy', async (test) => {
      await registry.since(test, '8.0.3/8.1.1');
      expect(await put({ compatibilityPolicy: 'LENIENT' })).toEqual(
        ok({ compatibilityPolicy: 'LENIENT' }),
      );
      expect(await put({ compatibilityPolicy: 'x' })).toEqual(ok({}));
    });

    it('to an empty alias answers with it and shows none', async (test) => {
      await registry.since(test, '7.5.0');
      expect(await put({ alias: '' })).toEqual(ok({ alias: '' }));
      expect((await call('GET', `/config/${subject}`)).body).not.toHaveProperty('alias');
    });

    it('that is refused changes nothing', async () => {
      await put({ compatibility: 'FULL' });
      await put({ compatibility: 'NOPE', normalize: true });
      expect(await call('GET', `/config/${subject}`)).toEqual(ok({ compatibilityLevel: 'FULL' }));
    });
  });

  describe('a configuration without a level', () => {
    it('has the level of the server, not that of its context', async (test) => {
      await registry.since(test, '7.5.0');
      const context = aContext();
      await must('PUT', `/config/:${context}:`, { compatibility: 'NONE' });
      await must('PUT', `/config/:${context}:a`, { normalize: true });
      const { compatibilityLevel } = await must('GET', `/config/:${context}:a`);
      expect(compatibilityLevel).not.toBe('NONE');
    });
  });

  describe('where nothing may be written', () => {
    it.each([
      ['PUT', { compatibility: 'NONE' }],
      ['DELETE', undefined],
    ])('%s is refused', async (method, body) => {
      const subject = aSubject();
      await must('PUT', `/config/${subject}`, { compatibility: 'FULL' });
      await must('PUT', `/mode/${subject}`, { mode: 'READONLY' });
      expect(await call(method, `/config/${subject}`, body)).toEqual(
        refused(422, 42205, `Subject ${subject} in context  is in read-only mode`),
      );
    });
  });

  describe.each([
    ['the default context', '/config'],
    ['the default context by its name', '/config/:.:'],
    ['everything', '/config/:.__GLOBAL:'],
  ])('of %s', (_, path) => {
    it('is always there: GET and DELETE make up one where none is set', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await must('PUT', path, { compatibility: 'FULL' });
      expect(await call('DELETE', path)).toEqual(ok({ compatibilityLevel: 'FULL' }));
      const answer = await call('GET', path);
      expect(answer).toEqual(ok({ compatibilityLevel: expect.any(String) }));
      expect(await call('DELETE', path)).toEqual(answer);
    });

    it('is changed as any other', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      expect(await call('PUT', path, { compatibility: 'none', normalize: true })).toEqual(
        ok({ compatibility: 'NONE', normalize: true }),
      );
      expect(await call('PUT', path, { normalize: null })).toEqual(ok({ compatibility: 'NONE' }));
      expect(await call('GET', path)).toEqual(ok({ compatibilityLevel: 'NONE' }));
      expect(await call('PUT', path, { compatibility: 'x' })).toEqual(wrongLevel);
    });
  });

  it('a missing body is named after what was asked for', async (test) => {
    await registry.mayChangeEverybodysSettings(test);
    expect(await call('PUT', '/config')).toEqual(
      refused(422, 422, 'updateTopLevelConfig.request must not be null (was null)'),
    );
  });
});
