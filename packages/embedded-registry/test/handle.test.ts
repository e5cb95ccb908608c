import { routes } from '@srkit/registry-protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../src/index.ts';
import { aRegistry, avro } from './a-registry.ts';

describe('the framework', () => {
  test('answers OPTIONS with the methods of the path', async () => {
    const { ask } = aRegistry();
    expect((await ask('OPTIONS', '/config/x')).body).toBe('HEAD, DELETE, GET, OPTIONS, PUT');
    expect((await ask('OPTIONS', '/')).headers['allow']).toBe('HEAD, POST, GET, OPTIONS');
  });

  test.each([
    ['GET', '/nope', 404],
    ['GET', '/SUBJECTS', 404],
    ['GET', '/%73ubjects', 404],
    ['DELETE', '/subjects', 405],
    ['PATCH', '/config', 405],
    ['TRACE', '/subjects', 405],
    ['GET', '//subjects', 400],
    ['HEAD', '/subjects', 200],
    ['HEAD', '/subjects/none/versions', 404],
  ])('answers %s %s with %i', async (method, target, status) => {
    const answer = await aRegistry().ask(method, target);
    expect(answer.status).toBe(status);
    if (method === 'HEAD') expect(answer.body).toBe('');
  });

  test('chooses what the answer is declared as', async () => {
    const registry = createEmbeddedRegistry();
    const typeFor = async (accept: string) =>
      (await registry.handle({ method: 'GET', target: '/', headers: { accept } })).headers[
        'content-type'
      ];
    expect(await typeFor('*/*')).toBe('application/vnd.schemaregistry.v1+json');
    expect(await typeFor('application/json')).toBe('application/json');
    expect(await typeFor('application/json, application/*;q=0.9')).toBe('application/json');
    expect(await typeFor('text/html, */*;q=0.1')).toBe('application/vnd.schemaregistry.v1+json');
    const refused = await registry.handle({
      method: 'GET',
      target: '/subjects',
      headers: { accept: 'text/html' },
    });
    expect(refused.status).toBe(406);
  });

  test('reads a body only if it is declared as JSON or not at all', async () => {
    const registry = createEmbeddedRegistry();
    const put = (contentType?: string) =>
      registry.handle({
        method: 'PUT',
        target: '/config',
        headers: contentType === undefined ? {} : { 'content-type': contentType },
        body: '{"compatibility":"NONE"}',
      });
    expect((await put()).status).toBe(200);
    expect((await put('application/json; charset=utf-8')).status).toBe(200);
    expect((await put('application/octet-stream')).status).toBe(200);
    const refused = await put('text/plain');
    expect([refused.status, JSON.parse(refused.body).error_code]).toEqual([415, 415]);
  });

  test('gives back the id of a request, or makes one', async () => {
    const registry = createEmbeddedRegistry();
    const named = { method: 'GET', target: '/', headers: { 'x-request-id': 'abc' } };
    expect((await registry.handle(named)).headers['x-request-id']).toBe('abc');
    const unnamed = await registry.handle({ method: 'GET', target: '/' });
    expect(unnamed.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('names that are hard to write', () => {
  const contexts = ['', ':.staging:'];
  test.each(
    contexts.flatMap((context) =>
      ['a/b %ü:c', '.', '..', 'x'.repeat(300)].map((name) => [context, name]),
    ),
  )('go through every operation: %j + %j', async (context, name) => {
    const { ask, register } = aRegistry();
    const qualified = context === '' && name.startsWith('.') ? `:.:${name}` : `${context}${name}`;
    const shown = context === '' ? name : qualified;
    const path = encodeURIComponent(qualified);
    const schema = avro('S', 'a');
    const request = { schema };
    expect((await register(qualified, schema)).body.version).toBe(1);
    const read = await ask('GET', `/subjects/${path}/versions/1`);
    expect(read.body.subject).toBe(shown);
    expect((await ask('GET', '/subjects')).body).toEqual([shown]);
    expect((await ask('GET', `/subjects/${path}/versions`)).body).toEqual([1]);
    expect((await ask('GET', `/subjects/${path}/versions/latest/schema`)).body).toEqual(
      JSON.parse(schema),
    );
    expect((await ask('GET', `/subjects/${path}/versions/1/referencedby`)).body).toEqual([]);
    expect((await ask('POST', `/subjects/${path}`, request)).body.subject).toBe(shown);
    expect((await ask('GET', `/subjects/${path}/metadata`)).body.subject).toBe(shown);
    expect((await ask('POST', `/compatibility/subjects/${path}/versions`, request)).body).toEqual({
      is_compatible: true,
    });
    expect((await ask('POST', `/compatibility/subjects/${path}/versions/1`, request)).body).toEqual(
      { is_compatible: true },
    );
    expect((await ask('PUT', `/config/${path}`, { compatibility: 'FULL' })).status).toBe(200);
    expect((await ask('GET', `/config/${path}`)).body).toEqual({ compatibilityLevel: 'FULL' });
    expect((await ask('DELETE', `/config/${path}`)).status).toBe(200);
    expect((await ask('PUT', `/mode/${path}`, { mode: 'READONLY' })).status).toBe(200);
    expect((await ask('GET', `/mode/${path}`)).body).toEqual({ mode: 'READONLY' });
    expect((await ask('DELETE', `/mode/${path}`)).status).toBe(200);
    const id = read.body.id as number;
    expect((await ask('GET', `/schemas/ids/${id}/versions?subject=${path}`)).body).toEqual([
      { subject: shown, version: 1 },
    ]);
    expect((await ask('DELETE', `/subjects/${path}/versions/1`)).body).toBe(1);
    expect((await ask('DELETE', `/subjects/${path}?permanent=true`)).body).toEqual([1]);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual([]);
  });
});

describe('anything at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'subjects',
      'a',
      ':.c:',
      ':*:',
      '.',
      '..',
      'versions',
      'latest',
      '-1',
      '1',
      'contexts',
      '.c',
      'config',
      'mode',
      'ids',
      'schemas',
      '%2F',
      '%zz',
      '',
    ),
    fc.string({ maxLength: 5 }).map(encodeURIComponentSafely),
  );
  const path = fc.oneof(
    fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('/')}`),
    fc
      .tuple(fc.constantFrom(...routes), fc.array(piece, { minLength: 3, maxLength: 3 }))
      .map(([route, pieces]) => {
        let next = 0;
        return route.path.replaceAll(/\{\w+\}/g, () => pieces[next++] || 'x');
      }),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      '?deleted=true',
      '?offset=-1',
      '?limit=x',
      '?subjectPrefix=:*:',
      '?permanent=true',
      '?normalize=true&verbose=true',
      '?format=resolved',
      '?force=true',
      '?recursive=true',
    ),
  );
  const reference = fc.record(
    {
      name: fc.constantFrom('a', 'B'),
      subject: fc.constantFrom('a', 'x', ':.c:'),
      version: fc.integer({ min: -2, max: 3 }),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    fc.constant(undefined),
    fc.json(),
    fc.string(),
    fc
      .record(
        {
          schema: fc.oneof(
            fc.json(),
            fc.constantFrom('"int"', avro('a', 'x'), avro('a', 'x', 'y:int=0'), ''),
          ),
          schemaType: fc.constantFrom('AVRO', 'JSON', 'PROTOBUF', 'NO', ''),
          references: fc.array(reference, { maxLength: 2 }),
          metadata: fc.constantFrom({}, { properties: { a: 'b' } }, { tags: { a: ['x'] } }),
          id: fc.integer({ min: -2, max: 5 }),
          version: fc.integer({ min: -2, max: 5 }),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
    fc.constantFrom(
      '{"compatibility":"FULL"}',
      '{"mode":"IMPORT"}',
      '{"mode":"READWRITE"}',
      '{"alias":"x"}',
      '{"mode":null}',
    ),
  );
  const method = fc.constantFrom(
    'GET',
    'GET',
    'POST',
    'POST',
    'PUT',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'PATCH',
  );
  const request = fc.record({
    method,
    target: fc.tuple(path, query).map((parts) => parts.join('')),
    body,
  });

  test('gets an answer in the form of the registry, and nothing fails inside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 30 }), async (requests) => {
        const failures: unknown[] = [];
        const registry = createEmbeddedRegistry({
          onInternalError: (error) => failures.push(error),
        });
        for (const each of requests) {
          const answer = await registry.handle(each);
          expect(answer.status).toBeGreaterThanOrEqual(200);
          if (answer.status < 400 || answer.body === '' || answer.body.startsWith('<html>'))
            continue;
          const parsed = JSON.parse(answer.body);
          expect(Object.keys(parsed).sort()).toEqual(['error_code', 'message']);
        }
        expect(failures).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

function encodeURIComponentSafely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ff';
  }
}
