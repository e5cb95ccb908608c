import { type ErrorNumber, errorCodes } from '@srkit/registry-protocol';
import { describe, expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { aClientAnswered, anErrorAnswer, aPage } from '../answering.ts';
import { failureOf } from '../failure-of.ts';
import { aLocalServer, aPlainServer } from '../local-server.ts';

const numbers = Object.keys(errorCodes).map((text) => Number(text) as ErrorNumber);

function statusOf(number: number): number {
  return number < 1_000 ? number : Math.floor(number / 100);
}

describe('an error of the registry', () => {
  test.each(numbers)('%i gives its word, its message and its advice', async (number) => {
    const { code, advice } = errorCodes[number];
    const status = statusOf(number);
    const client = aClientAnswered(() => anErrorAnswer(status, number, 'what it said'));
    const error = await failureOf(client.versions.get('orders', 7));
    expect(error).toMatchObject({ code, status, errorNumber: number, advice });
    expect(error).toMatchObject({ method: 'GET', path: '/subjects/orders/versions/7' });
    expect(error.registry).toBe('registry.test:8081');
    expect(error.message).toContain('what it said');
    expect(error.message).toContain(advice);
    expect(error.message).toContain("getVersion (subject 'orders', version '7')");
  });

  test('is incompatible_schema by either number', async () => {
    for (const number of [409, 40901]) {
      const client = aClientAnswered(() => anErrorAnswer(409, number, 'incompatible'));
      const error = await failureOf(client.versions.register('s', { schema: '"int"' }));
      expect(error.code).toBe('incompatible_schema');
    }
  });

  test.each([
    [400, 40099, 'bad_request'],
    [401, 40199, 'unauthorized'],
    [403, 40399, 'forbidden'],
    [404, 40499, 'not_found'],
    [409, 40999, 'conflict'],
    [418, 41800, 'request_refused'],
    [422, 42299, 'invalid_request'],
    [429, 42999, 'rate_limited'],
    [500, 50099, 'internal_server_error'],
    [501, 50101, 'server_error'],
    [503, 50301, 'service_unavailable'],
  ])('at %i with the unknown number %i is %s', async (status, number, code) => {
    const client = aClientAnswered(() => anErrorAnswer(status, number, 'what it said'));
    const error = await failureOf(client.subjects.list());
    expect(error).toMatchObject({ code, status, errorNumber: number });
    expect(error.message).toContain('what it said');
  });

  test('keeps its words without a number, as some servers and proxies answer', async () => {
    const client = aClientAnswered(() => Response.json({ message: 'No entry' }, { status: 403 }));
    const error = await failureOf(client.subjects.list());
    expect(error).toMatchObject({ code: 'forbidden', errorNumber: undefined });
    expect(error.message).toContain('No entry');
  });

  test('is cut to 2,000 characters and cleaned of control characters', async () => {
    const text = `\u0000\u001b[31mred\u202e\n${'x'.repeat(5_000)}`;
    const client = aClientAnswered(() => anErrorAnswer(422, 42201, text));
    const { message } = await failureOf(client.subjects.list());
    expect(message).toMatch(/x{1900}/);
    expect(message.length).toBeLessThan(2_300);
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('names the context and decodes names', async () => {
    const client = aClientAnswered(() => anErrorAnswer(404, 40401, 'not there'), {
      context: 'staging',
      name: 'the test registry',
    });
    const { message } = await failureOf(client.versions.list('a/b ü'));
    expect(message).toContain(
      "listVersions (subject 'a/b ü', context '.staging') failed at the test registry: not there",
    );
  });
});

describe('what may be done after an error', () => {
  test.each([
    [429, 429],
    [500, 50_004],
  ])('%i [%i] was not done: read or write, it may be sent again', async (status, number) => {
    const client = aClientAnswered(() => anErrorAnswer(status, number, 'wait'));
    const again = { retryable: true, outcomeUnknown: false };
    expect(await failureOf(client.subjects.list())).toMatchObject(again);
    expect(await failureOf(client.subjects.delete('s'))).toMatchObject(again);
  });

  test.each([
    [500, 50_001],
    [500, 50_002],
    [500, 50_003],
    [502, undefined],
    [503, undefined],
    [504, undefined],
  ])(
    '%i [%s] may have been done: a read may be sent again, a write not',
    async (status, number) => {
      const client = aClientAnswered(() =>
        number === undefined ? aPage(status) : anErrorAnswer(status, number, 'timed out'),
      );
      expect(await failureOf(client.subjects.list())).toMatchObject({
        retryable: true,
        outcomeUnknown: false,
      });
      const error = await failureOf(client.subjects.delete('s'));
      expect(error).toMatchObject({ retryable: false, outcomeUnknown: true });
      expect(error.message).toContain('read back');
      // A lookup and a compatibility check read, although they are POST.
      expect((await failureOf(client.versions.lookUp('s', {}))).retryable).toBe(true);
      expect((await failureOf(client.compatibility.check('s', {}))).outcomeUnknown).toBe(false);
    },
  );

  test('an error of the caller is not worth sending again', async () => {
    const client = aClientAnswered(() => anErrorAnswer(422, 42201, 'no schema'));
    const error = await failureOf(client.versions.register('s', { schema: '{' }));
    expect(error).toMatchObject({ retryable: false, outcomeUnknown: false });
  });

  test('Retry-After is read as seconds and as a date', async () => {
    const now = () => Date.parse('2026-01-01T00:00:00Z');
    for (const [header, expected] of [
      ['3', 3_000],
      ['Thu, 01 Jan 2026 00:00:07 GMT', 7_000],
      ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
      ['soon', undefined],
    ] as const) {
      const headers = { 'retry-after': header };
      const client = aClientAnswered(() => Response.json({}, { status: 429, headers }), { now });
      expect((await failureOf(client.subjects.list())).retryAfterMs).toBe(expected);
    }
  });
});

describe('an answer that is no registry’s', () => {
  test.each([
    [400, 'bad_request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'route_not_found'],
    [407, 'request_refused'],
    [408, 'timeout'],
    [413, 'request_too_large'],
    [500, 'internal_server_error'],
    [502, 'service_unavailable'],
    [599, 'server_error'],
  ])('%i in HTML is %s, with the beginning of the page', async (status, code) => {
    const error = await failureOf(aClientAnswered(() => aPage(status, 'Gateway')).subjects.list());
    expect(error).toMatchObject({ code, status, errorNumber: undefined });
    expect(error.message).toContain('<title>Gateway</title>');
  });

  test('200 in HTML says that the URL is not a registry, whatever was asked', async () => {
    const client = aClientAnswered(() => aPage(200, 'Log in'.repeat(100)));
    const calls = [
      client.subjects.list(),
      client.versions.getText('s', 1),
      client.schemas.getTextById(1),
      client.contexts.delete('staging'),
      client.ping(),
    ];
    for (const call of calls) {
      const error = await failureOf(call);
      expect(error).toMatchObject({ code: 'invalid_response', status: 200 });
      expect(error.message).toMatch(/URL is not a registry/);
      expect(error.message.length).toBeLessThan(600);
    }
  });

  test.each([
    ['JSON that was cut off', '["orders","pay'],
    ['an empty body', ''],
    ['another shape', '{"status":"UP"}'],
    ['a list of something else', '[1,2]'],
    ['null', 'null'],
  ])('200 with %s is invalid_response', async (_, text) => {
    const error = await failureOf(aClientAnswered(() => new Response(text)).subjects.list());
    expect(error).toMatchObject({ code: 'invalid_response', status: 200, retryable: true });
    expect(error.message).toContain('a list of texts');
    expect(error.message).toContain(text === '' ? 'without a body' : text);
  });

  test('a write answered so may have been done', async () => {
    const client = aClientAnswered(() => new Response('{"id":'));
    const error = await failureOf(client.versions.register('s', { schema: '"int"' }));
    expect(error).toMatchObject({
      code: 'invalid_response',
      retryable: false,
      outcomeUnknown: true,
    });
  });

  test('an error status with JSON that was cut off is read by its status', async () => {
    const client = aClientAnswered(() => new Response('{"error_code":404', { status: 404 }));
    const error = await failureOf(client.subjects.list());
    expect(error).toMatchObject({ code: 'route_not_found', errorNumber: undefined });
    expect(error.message).toContain('{"error_code":404');
  });

  test('a body that ends before its length is a connection that was cut', async () => {
    const { url } = await aLocalServer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('["orders"');
      setTimeout(() => response.destroy(), 20);
    });
    const client = createRegistryClient({ url, retry: false });
    const cut = { code: 'connection_failed', retryable: true, outcomeUnknown: false };
    expect(await failureOf(client.subjects.list())).toMatchObject(cut);
    const error = await failureOf(client.subjects.delete('s'));
    expect(error).toMatchObject({ retryable: false, outcomeUnknown: true });
  });

  test('what is not even HTTP is said so', async () => {
    const { url } = await aPlainServer((socket) => {
      socket.once('data', () => socket.end('\u0000\u0000\u0000\u0004kafka'));
    });
    const error = await failureOf(createRegistryClient({ url, retry: false }).subjects.list());
    expect(error).toMatchObject({ code: 'invalid_response', retryable: false });
    expect(error.message).toContain('Kafka broker');
  });
});
