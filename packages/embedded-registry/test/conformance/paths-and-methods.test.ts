import { describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

const notFound = refused(404, 404, 'HTTP 404 Not Found');
const notAllowed = refused(405, 405, 'HTTP 405 Method Not Allowed');

specification('Paths, methods and query parameters (1.0)', (registry) => {
  const { call, exchange, register, must, aSubject } = registry;

  describe('a path', () => {
    it.each([
      '/nope',
      '/health',
      '/subjects/a/b/c',
      '/schemas/ids',
      '/schemas/nope',
      '/compatibility',
      '/compatibility/subjects/x',
      '/v1/metadata',
      '/dek-registry/v1',
    ])('that nothing is at is answered with 404: %s', async (path) => {
      expect(await call('GET', path)).toEqual(notFound);
    });

    it.each(['/SUBJECTS', '/%73ubjects', '/./subjects'])(
      'is compared letter by letter, undecoded and unfolded: %s is 404',
      async (path) => {
        expect(await call('GET', path)).toEqual(notFound);
      },
    );

    it('may end with a slash, and its segments may carry parameters', async () => {
      const subject = aSubject();
      await register(subject, order.first);
      expect(await call('GET', `/subjects/${subject}/versions/`)).toEqual(ok([1]));
      expect(await call('GET', `/schemas/types;a=b`)).toEqual(await call('GET', '/schemas/types'));
    });

    it.each(['//subjects', '/subjects//versions', '/subjects/x//versions/1'])(
      'with an empty segment is refused by the server below: %s',
      async (path) => {
        expect((await exchange('GET', path)).status).toBe(400);
      },
    );

    it.each(['%09', '%0A', '%5C', '%00'])(
      'with a control character or a backslash is refused by the server below: %s',
      async (character) => {
        expect((await exchange('GET', `/subjects/a${character}b/versions`)).status).toBe(400);
      },
    );
  });

  describe('a method', () => {
    it.each([
      ['DELETE', '/'],
      ['PUT', '/subjects'],
      ['POST', '/subjects'],
      ['DELETE', '/subjects'],
      ['PUT', '/subjects/x'],
      ['DELETE', '/subjects/x/versions'],
      ['POST', '/subjects/x/versions/1'],
      ['POST', '/schemas'],
      ['DELETE', '/schemas/ids/1'],
      ['POST', '/config'],
      ['PATCH', '/config/x'],
      ['POST', '/mode'],
      ['GET', '/compatibility/subjects/x/versions/1'],
      ['POST', '/contexts'],
    ])('that a path does not have is 405: %s %s', async (method, path) => {
      expect(await call(method, path)).toEqual(notAllowed);
    });

    it('that a path does not have is 405: a context can be deleted, but not read', async (test) => {
      await registry.since(test, '8.0.1');
      expect(await call('GET', '/contexts/.x')).toEqual(notAllowed);
    });

    it('HEAD is answered like GET, without the body', async () => {
      expect(await call('HEAD', '/schemas/types')).toEqual(ok(''));
      expect(await call('HEAD', `/subjects/${aSubject()}/versions`)).toEqual({
        status: 404,
        body: '',
      });
    });

    it('OPTIONS lists the methods of a path', async () => {
      const { status, text, headers } = await exchange('OPTIONS', '/config/x');
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/plain');
      expect(text.split(', ').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT']);
      expect(headers['allow']?.split(/, ?/).sort()).toEqual(text.split(', ').sort());
    });
  });

  describe('a query parameter', () => {
    it.each([
      ['deleted=true', true],
      ['deleted=TRUE', true],
      ['deleted=1', false],
      ['deleted=yes', false],
      ['deleted=', false],
      ['deleted', false],
      ['Deleted=true', false],
    ])('that says yes or no says yes by `true` alone: %s is %s', async (query, yes) => {
      const subject = aSubject();
      await register(subject, order.first);
      await must('DELETE', `/subjects/${subject}`);
      const listed = await must('GET', `/subjects?subjectPrefix=${subject}&${query}`);
      expect(listed).toEqual(yes ? [subject] : []);
    });

    it('that is not known is ignored', async () => {
      const subject = aSubject();
      await register(subject, order.first);
      expect(await call('GET', `/subjects/${subject}/versions?unknown=1&x`)).toEqual(ok([1]));
    });

    it.each(['offset=abc', 'limit=abc', 'limit=1.5', 'limit=99999999999'])(
      'that takes a number and gets none is 404: %s',
      async (query) => {
        expect(await call('GET', `/schemas?${query}`)).toEqual(notFound);
      },
    );

    it.each(['strong', 'NOPE'])(
      'that takes one of a few words and gets another is 404: lifecycle=%s',
      async (lifecycle) => {
        // A release without associations ignores it.
        if (!(await registry.isSince('8.0.4/8.1.2/8.2.0'))) return;
        expect(await call('GET', `/schemas?lifecycle=${lifecycle}`)).toEqual(notFound);
      },
    );
  });

  describe('an id in a path', () => {
    it.each(['abc', '1.5', '%20', '2147483648'])('that is no number is 404: %s', async (id) => {
      expect(await call('GET', `/schemas/ids/${id}`)).toEqual(notFound);
      expect(await call('GET', `/schemas/ids/${id}/schema`)).toEqual(notFound);
      expect(await call('GET', `/schemas/ids/${id}/subjects`)).toEqual(notFound);
      expect(await call('GET', `/schemas/ids/${id}/versions`)).toEqual(notFound);
    });
  });
});
