import { describe, expect, it } from 'vitest';
import { specification } from './specification.ts';

const v1 = 'application/vnd.schemaregistry.v1+json';

specification('Media types and headers (1.0)', ({ call, exchange, aSubject }) => {
  describe('an answer', () => {
    it.each([
      [undefined, v1],
      ['*/*', v1],
      [v1, v1],
      ['application/vnd.schemaregistry+json', 'application/vnd.schemaregistry+json'],
      ['application/json', 'application/json'],
      ['text/html, */*;q=0.1', v1],
      [
        'application/json;q=0.1, application/vnd.schemaregistry+json',
        'application/vnd.schemaregistry+json',
      ],
    ])('to Accept: %s is %s', async (accept, type) => {
      const { status, headers } = await exchange('GET', '/schemas/types', undefined, { accept });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe(type);
    });

    it('in no type that the client accepts is 406', async () => {
      const { status, body } = await call('GET', '/schemas/types', undefined, {
        accept: 'text/html',
      });
      expect([status, body.error_code]).toEqual([406, 406]);
    });

    it('is of the negotiated type for bare schema texts too', async () => {
      const { headers } = await exchange('GET', '/schemas/types', undefined, {
        accept: 'application/json',
      });
      expect(headers['content-type']).toBe('application/json');
    });
  });

  describe('a request body', () => {
    const look = (type: string | undefined) =>
      call('POST', `/subjects/${aSubject()}`, { schema: '"int"' }, { 'content-type': type });

    it.each([
      v1,
      'application/vnd.schemaregistry+json',
      'application/json',
      'application/json; charset=utf-8',
      'application/octet-stream',
      undefined,
    ])('is read when it is declared as %s', async (type) => {
      expect((await look(type)).body.error_code).toBe(40401);
    });

    it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
      'declared as %s is refused with 415',
      async (type) => {
        const { status, body } = await look(type);
        expect([status, body.error_code]).toEqual([415, 415]);
      },
    );
  });

  describe('the header X-Request-ID', () => {
    it('comes back as it was sent', async () => {
      const { headers } = await exchange('GET', '/', undefined, { 'x-request-id': 'my-request' });
      expect(headers['x-request-id']).toBe('my-request');
    });

    it('is made up where none was sent', async () => {
      const first = await exchange('GET', '/');
      const second = await exchange('GET', '/');
      expect(first.headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    });
  });
});
