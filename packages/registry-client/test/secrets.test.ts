import { inspect } from 'node:util';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { secret } from '@srkit/registry-protocol';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  basicCredentials,
  bearerCredentials,
  createRegistryClient,
  type RegistryClientOptions,
} from '../src/index.ts';
import { failureOf } from './failure-of.ts';
import { faultyFetch } from './faults/faulty-fetch.ts';
import { seededRandom } from './faults/seeded-random.ts';
import { aLocalServer, answerJson, aPlainServer } from './local-server.ts';

const canary = 'CANARY/päss wörd+"1"';
const forms = [
  'CANARY',
  encodeURIComponent(canary),
  Buffer.from(`user:${canary}`).toString('base64'),
  Buffer.from(canary).toString('base64'),
];

function everyForm(value: unknown): string {
  const options = { depth: 20, showHidden: true, getters: true, maxStringLength: null } as const;
  const error = value instanceof Error ? `${value.message} ${value.stack} ${String(value)}` : '';
  return `${inspect(value, options)} ${inspect(value)} ${JSON.stringify(value)} ${error}`;
}

function expectNoCanary(value: unknown): void {
  const text = everyForm(value);
  for (const form of forms) expect(text).not.toContain(form);
}

const token = 'CANARY.token-1234';
const ways: [string, string, (url: string) => RegistryClientOptions][] = [
  [
    'basic credentials',
    canary,
    (url) => ({
      url,
      credentials: basicCredentials({ username: 'user', password: secret(canary) }),
    }),
  ],
  [
    'a user in the url',
    canary,
    (url) => ({ url: url.replace('//', `//user:${encodeURIComponent(canary)}@`) }),
  ],
  ['a bearer token', token, (url) => ({ url, credentials: bearerCredentials(secret(token)) })],
  [
    'a token from a function',
    token,
    (url) => ({ url, credentials: bearerCredentials(async () => secret(token)) }),
  ],
  ['a wrapped header', token, (url) => ({ url, headers: { 'x-anything': secret(token) } })],
  ['a header named like a secret', token, (url) => ({ url, headers: { 'x-api-key': token } })],
  [
    'credentials of its own',
    token,
    (url) => ({ url, credentials: { headers: () => ({ 'x-auth': token }) } }),
  ],
];

/** A client that repeats what fails without waiting. */
function aQuickClient(options: RegistryClientOptions) {
  return createRegistryClient({ retry: { minDelayMs: 1, maxDelayMs: 1 }, ...options });
}

describe.each(ways)('with %s', (_, plain, optionsFor) => {
  test('a client prints none of them', () => {
    const options = optionsFor('http://127.0.0.1:1');
    const client = aQuickClient(options);
    expectNoCanary(client);
    expectNoCanary(client.describe());
    expectNoCanary(client.inContext('staging').describe());
    if (options.credentials) expectNoCanary(options.credentials);
  });

  test.each([401, 403, 422, 500, 503])(
    'a registry that repeats them at %i shows none',
    async (status) => {
      const { url } = await aLocalServer((response, { headers }) => {
        const sent = Object.entries(headers).flat().join(' ');
        const message = `Refused: ${sent} ${plain} ${encodeURIComponent(plain)} ${JSON.stringify(plain)}`;
        answerJson(response, { error_code: status, message }, status);
      });
      const error = await failureOf(aQuickClient(optionsFor(url)).subjects.delete('s'));
      expect(error.message).toContain('Refused: host');
      expectNoCanary(error);
    },
  );

  test('pages, redirects, broken answers and cut connections show none', async () => {
    const answers = [
      (text: string) =>
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html>${text}`,
      (text: string) => `HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n["${text}`,
      (text: string) => `HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"sent":"${text}"}`,
      (text: string) =>
        `HTTP/1.1 302 Found\r\nlocation: http://user:CANARY@x/?${text.replace(/\s/g, '')}\r\nconnection: close\r\n\r\n`,
      (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n${text}`,
      (text: string) => `NONSENSE ${text}\r\n\r\n`,
      () => '',
    ];
    for (const answer of answers) {
      const { url } = await aPlainServer((socket) => {
        socket.once('data', (data) => {
          const lines = data.toString('latin1').split('\r\n').slice(1);
          const values = lines.map((line) => line.slice(line.indexOf(':') + 1).trim());
          socket.end(answer(values.join(' ')));
        });
      });
      const client = aQuickClient(optionsFor(url));
      expectNoCanary(await failureOf(client.subjects.list()));
    }
  });

  test('a fetch that throws the whole request shows none', async () => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const headers = Object.fromEntries(request.headers);
      const cause = Object.assign(new Error(`inner ${JSON.stringify(headers)}`), {
        request,
        headers,
      });
      throw Object.assign(new TypeError(`fetch failed ${Object.values(headers)}`, { cause }), {
        headers,
      });
    };
    const client = aQuickClient({ ...optionsFor('http://registry'), fetch });
    const error = await failureOf(client.subjects.list());
    expect(error.code).toBe('connection_failed');
    expectNoCanary(error);
  });

  test('a run in which half of all requests fail shows none to observers, logs and errors', async () => {
    const random = seededRandom(7);
    const registry = createEmbeddedRegistry();
    const { fetch } = faultyFetch(registry.fetch, 0.5, random);
    const shown: unknown[] = [];
    const written = vi.spyOn(process.stdout, 'write');
    const complained = vi.spyOn(process.stderr, 'write');
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const { url } = optionsFor('http://registry');
    const client = createRegistryClient({
      ...optionsFor('http://registry'),
      url: [typeof url === 'string' ? url : '', 'http://other'],
      fetch,
      timeoutMs: 20,
      retry: { attempts: 2, minDelayMs: 1, maxDelayMs: 1 },
      observe: (start) => (end) => {
        shown.push(start, end);
      },
    });
    for (let index = 0; index < 40; index += 1) {
      const subject = `s${index % 4}`;
      await client.versions.register(subject, { schema: '"string"' }).catch((error) => {
        shown.push(error);
      });
      await client.schemas.getById(1).catch((error) => {
        shown.push(error);
      });
      await client.subjects.delete(subject).catch((error) => {
        shown.push(error);
      });
    }
    expect(shown.filter((one) => one instanceof Error).length).toBeGreaterThan(10);
    for (const one of shown) expectNoCanary(one);
    expectNoCanary(client);
    expectNoCanary(client.cache.statistics());
    expectNoCanary([...written.mock.calls, ...complained.mock.calls]);
  });

  test('a view-only refusal, an abort, a timeout and a closed port show none', async () => {
    const { url } = await aLocalServer(() => {});
    const options = optionsFor(url);
    const patient = aQuickClient(options);
    const viewOnly = aQuickClient({ ...options, viewOnly: true });
    const hasty = aQuickClient({ ...options, timeoutMs: 30 });
    const down = aQuickClient(optionsFor('http://127.0.0.1:1'));
    expectNoCanary(await failureOf(viewOnly.subjects.delete('s')));
    expectNoCanary(await failureOf(patient.subjects.list({ signal: AbortSignal.timeout(30) })));
    expectNoCanary(await failureOf(hasty.subjects.list()));
    expectNoCanary(await failureOf(down.subjects.list()));
  });
});

test.each([
  `http://user:${canary}@host:8081`,
  'http://user:CANARY#rest@host',
  'http://user:CANARY?rest@host',
  'http://user:12/CANARY@host',
  'http://user:12?CANARY@host',
  'user:CANARY@host:8081',
  '//user:CANARY@host',
  'ftp://user:CANARY@host',
  'http://host/?token=CANARY',
])('an address that is refused is not repeated: %#', (url) => {
  let thrown: unknown;
  try {
    createRegistryClient({ url });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'invalid_argument' });
  expectNoCanary(thrown);
});

test('what credentials fail with is shown without what was sent before', async () => {
  const { url } = await aLocalServer((response) => answerJson(response, []));
  let calls = 0;
  const credentials = {
    headers() {
      calls += 1;
      if (calls === 1) return { authorization: `Bearer ${token}` };
      throw new Error(`cannot renew ${token}`);
    },
  };
  const client = createRegistryClient({ url, credentials });
  await client.subjects.list();
  const error = await failureOf(client.subjects.list());
  expect(error.code).toBe('credentials_failed');
  expectNoCanary(error);
});
