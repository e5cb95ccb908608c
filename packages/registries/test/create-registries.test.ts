import { inspect } from 'node:util';
import { oauthClientCredentials } from '@srkit/auth/outbound';
import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient } from '@srkit/registry-client';
import { createTransport } from '@srkit/registry-client/transport';
import { secret } from '@srkit/registry-protocol';
import { describe, expect, it, test } from 'vitest';
import {
  createRegistries,
  isRegistriesError,
  type RegistriesConfiguration,
  type RegistriesOptions,
  type RegistrySettings,
} from '../src/index.ts';

const url = 'http://registry.test';

/** An embedded registry, and what was sent to it. */
function recording() {
  const registry = createEmbeddedRegistry();
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(request.clone());
    return registry.fetch(request);
  };
  return { fetch, sent };
}

function mistakesOf(configuration: unknown, options?: RegistriesOptions): string[] {
  try {
    createRegistries(configuration as RegistriesConfiguration, options);
  } catch (error) {
    if (!isRegistriesError(error, 'invalid_configuration')) throw error;
    return error.mistakes.map(({ message }) => message);
  }
  throw new Error('There was no mistake.');
}

describe('registries', () => {
  const two = () =>
    createRegistries({
      registries: {
        dev: { url, fetch: recording().fetch, description: 'Try things here' },
        prod: {
          url: [url, 'http://other.test'],
          fetch: recording().fetch,
          readOnly: true,
          slowMs: 50,
          context: 'orders',
        },
      },
      default: 'prod',
    });

  it('are had by name, or as the default', () => {
    const registries = two();
    expect(registries.names).toEqual(['dev', 'prod']);
    expect(registries.default).toBe('prod');
    expect(registries.get('dev')).toMatchObject({
      name: 'dev',
      viewOnly: false,
      readOnly: false,
      description: 'Try things here',
      context: '.',
      slowMs: 1_000,
    });
    expect(registries.get()).toMatchObject({
      name: 'prod',
      viewOnly: true,
      readOnly: true,
      context: '.orders',
      slowMs: 50,
    });
    expect(registries.get().client.describe()).toEqual({
      url,
      urls: [url, 'http://other.test'],
      name: 'prod',
      context: '.orders',
      viewOnly: true,
    });
  });

  it('have one client each, made when it is first asked for', () => {
    let made = 0;
    const transport: typeof createTransport = (options) => {
      made += 1;
      return createTransport(options);
    };
    const registries = createRegistries({ registries: { a: { url }, b: { url } } }, { transport });
    expect(registries.get('a').name).toBe('a');
    expect(made).toBe(0);
    const { client } = registries.get('a');
    expect(registries.get('a').client).toBe(client);
    expect(registries.forCaller().get('a').client).toBe(client);
    expect(made).toBe(1);
  });

  it.each([
    ['prdo', 'There is no registry "prdo". Did you mean prod? There are dev, prod.', 'prod'],
    ['DEV', 'There is no registry "DEV". Did you mean dev? There are dev, prod.', 'dev'],
    ['something', 'There is no registry "something". There are dev, prod.', undefined],
    ['', 'There is no registry "". There are dev, prod.', undefined],
    ['__proto__', 'There is no registry "__proto__". There are dev, prod.', undefined],
    ['constructor', 'There is no registry "constructor". There are dev, prod.', undefined],
  ])('say of %j which there are', (name, message, nearest) => {
    const get = () => two().get(name);
    expect(get).toThrow(
      expect.objectContaining({
        code: 'unknown_registry',
        names: ['dev', 'prod'],
        message,
        nearest,
      }),
    );
  });

  it('keep an endless name out of the message', () => {
    const get = () => two().get('x'.repeat(100_000));
    expect(get).toThrow(expect.objectContaining({ message: expect.stringMatching(/^.{1,300}$/) }));
  });

  it('have the first as their default', () => {
    expect(createRegistries({ registries: { b: { url }, a: { url } } }).default).toBe('b');
  });

  it('are ended with all they hold, and are had no more', async () => {
    const closed: string[] = [];
    const transport = ({ servername = '' }) => ({
      fetch: recording().fetch,
      async close() {
        closed.push(servername);
      },
    });
    const registries = createRegistries(
      {
        registries: Object.fromEntries(
          ['a', 'b', 'c'].map((name) => [name, { url: 'https://h', tls: { servername: name } }]),
        ),
      },
      { transport },
    );
    const held = registries.get('c');
    const caller = registries.forCaller();
    await registries.get('a').client.subjects.list();
    await registries.get('b').client.subjects.list();
    await registries.close();
    await registries.close();
    expect(closed).toEqual(['a', 'b']);
    for (const late of [() => registries.get('a'), () => held.client, () => caller.get()])
      expect(late).toThrow(expect.objectContaining({ code: 'closed' }));
  });
});

describe('a caller', () => {
  it('switches a default that is nobody else’s', () => {
    const registries = createRegistries({ registries: { dev: { url }, prod: { url } } });
    const one = registries.forCaller();
    const other = registries.forCaller();
    expect(one.switchDefault('prod')).toBe('dev');
    expect([one.default, one.get().name]).toEqual(['prod', 'prod']);
    for (const choice of [registries, other, registries.forCaller()])
      expect([choice.default, choice.get().name]).toEqual(['dev', 'dev']);
    expect(one.get('dev').name).toBe('dev');
  });

  it('keeps its default when it asks for one that there is not', () => {
    const caller = createRegistries({ registries: { dev: { url }, prod: { url } } }).forCaller();
    caller.switchDefault('prod');
    expect(() => caller.switchDefault('pord')).toThrow(
      expect.objectContaining({ code: 'unknown_registry', nearest: 'prod' }),
    );
    expect(caller.default).toBe('prod');
  });
});

describe('view-only', () => {
  const ways: [string, Partial<RegistriesConfiguration>, Partial<RegistrySettings>][] = [
    ['viewOnly of one', {}, { viewOnly: true }],
    ['readOnly of one', {}, { readOnly: true, viewOnly: false }],
    ['viewOnly of all', { viewOnly: true }, { viewOnly: false }],
    ['readOnly of all', { readOnly: true }, {}],
  ];

  it.each(ways)('by %s refuses every write before it is sent', async (_, all, own) => {
    const { fetch, sent } = recording();
    const { client, direct, ...registry } = createRegistries({
      registries: { a: { url, fetch, ...own } },
      ...all,
    }).get();
    expect(registry).toMatchObject({ viewOnly: true, readOnly: true });
    for (const each of [client, client.inContext('x'), direct]) {
      const writes = [
        () => each.subjects.delete('s'),
        () => each.versions.register('s', { schema: '"int"' }),
        () => each.mode.setGlobal('IMPORT'),
        () => each.raw({ method: 'PUT', path: '/config', body: { compatibility: 'NONE' } }),
        () => each.raw({ method: 'POST', path: '/unheard/of' }),
      ];
      for (const write of writes)
        await expect(write()).rejects.toMatchObject({ code: 'view_only' });
    }
    expect(sent).toEqual([]);
    await client.subjects.list();
    expect(sent).toHaveLength(1);
  });

  it('is known of a client that somebody else made', () => {
    const client = createRegistryClient({ url, viewOnly: true });
    expect(createRegistries({ registries: { a: { client } }, viewOnly: true }).get()).toMatchObject(
      { viewOnly: true },
    );
    expect(createRegistries({ registries: { a: { client } } }).get()).toMatchObject({
      viewOnly: true,
    });
  });

  it('cannot be had of a client that somebody else made to write', () => {
    const client = createRegistryClient({ url });
    expect(mistakesOf({ registries: { a: { client, viewOnly: true } } })).toEqual([
      'registries.a.viewOnly cannot be had: registries.a.client can write. Make it with viewOnly: true.',
    ]);
    expect(mistakesOf({ registries: { a: { client } }, readOnly: true })).toEqual([
      'registries.a.client can write, and all registries are to be view-only. Make it with viewOnly: true.',
    ]);
  });
});

describe('settings reach the client', () => {
  const tokens = (token: string) => async () =>
    Response.json({ access_token: token, token_type: 'Bearer', expires_in: 60 });

  it.each<[string, Partial<RegistrySettings>, string]>([
    [
      'user and password',
      { user: 'me', password: secret('pä:ss') },
      `Basic ${Buffer.from('me:pä:ss').toString('base64')}`,
    ],
    [
      'a password that is not wrapped',
      { user: 'me', password: 'pw' },
      `Basic ${Buffer.from('me:pw').toString('base64')}`,
    ],
    [
      'user and password of the address',
      { url: 'http://me:p%40w@registry.test' },
      `Basic ${Buffer.from('me:p@w').toString('base64')}`,
    ],
    ['a token', { token: secret('t0ken') }, 'Bearer t0ken'],
    [
      'credentials of one’s own',
      { credentials: { headers: () => ({ authorization: 'Own' }) } },
      'Own',
    ],
    [
      'OAuth',
      { oauth: { tokenUrl: 'http://login.test/token', clientId: 'me', clientSecret: secret('s') } },
      'Bearer oauth-token',
    ],
  ])('%s', async (_, settings, authorization) => {
    const { fetch, sent } = recording();
    const registries = createRegistries(
      { registries: { a: { url, fetch, ...settings } } },
      {
        oauthCredentials: (options) =>
          oauthClientCredentials({ ...options, fetch: tokens('oauth-token') }),
      },
    );
    await registries.get().client.subjects.list();
    expect(sent[0]?.headers.get('authorization')).toBe(authorization);
  });

  it('OAuth with all that it can have', () => {
    const seen: unknown[] = [];
    const oauth = {
      tokenUrl: 'http://login.test/token',
      clientId: 'me',
      clientSecret: secret('s'),
      scope: 'a b',
      authentication: 'post' as const,
      parameters: { audience: 'x' },
      logicalCluster: 'lsrc-1',
      identityPoolId: 'pool-1',
    };
    const registries = createRegistries(
      { registries: { a: { url, oauth } } },
      {
        oauthCredentials(options) {
          seen.push(options);
          return oauthClientCredentials(options);
        },
      },
    );
    registries.get().client;
    expect(seen).toEqual([oauth]);
  });

  it('headers, context and the time that a request may take', async () => {
    const { fetch, sent } = recording();
    const registries = createRegistries({
      registries: {
        a: { url, fetch, headers: { 'X-Team': 'orders', 'X-Key': secret('k') } },
        b: {
          url,
          fetch: async () => new Promise(() => {}),
          timeoutMs: 20,
          retry: false,
          context: ':.own:',
        },
      },
      context: 'staging',
      timeoutMs: 5_000,
    });
    await registries.get('a').client.versions.register('s', { schema: '"int"' });
    expect(sent[0]?.url).toBe('http://registry.test/contexts/.staging/subjects/s/versions');
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
      'x-team': 'orders',
      'x-key': 'k',
    });
    expect(registries.get('b').context).toBe('.own');
    await expect(registries.get('b').client.subjects.list()).rejects.toThrow('within 20 ms');
  });

  it('memory, part by part over what is given for all', async () => {
    const { fetch, sent } = recording();
    const registries = createRegistries(
      { registries: { own: { url, cache: { maxBytes: 1_000_000 } } } },
      { client: { fetch, cache: { latestMs: 0 } } },
    );
    const { client } = registries.get();
    await client.versions.register('orders', { schema: '"string"' });
    await client.versions.get('orders', 'latest');
    await client.versions.get('orders', 'latest');
    expect(sent.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it('repeats and memory, over what is given for all', async () => {
    let asked = 0;
    const failing: typeof globalThis.fetch = async () => {
      asked += 1;
      return Response.json({ error_code: 503, message: 'no' }, { status: 503 });
    };
    const quick = { minDelayMs: 1, maxDelayMs: 1 };
    const registries = createRegistries(
      {
        registries: {
          all: { url },
          never: { url, retry: false },
          own: { url, retry: { attempts: 2, ...quick } },
          on: { url, retry: true },
          part: { url, retry: { attempts: 2 } },
        },
      },
      { client: { fetch: failing, retry: { attempts: 3, ...quick } } },
    );
    const attempts: Record<string, number> = {};
    for (const name of registries.names) {
      asked = 0;
      await registries
        .get(name)
        .client.subjects.list()
        .catch(() => {});
      attempts[name] = asked;
      asked = 0;
      await registries
        .get(name)
        .direct.subjects.list()
        .catch(() => {});
      expect(asked).toBe(1);
    }
    expect(attempts).toEqual({ all: 3, never: 1, own: 2, on: 3, part: 2 });
  });
});

describe('a configuration in code', () => {
  it('says what is missing to follow it', () => {
    const registries = {
      a: {
        url: 'https://h',
        oauth: { tokenUrl: 'http://t', clientId: 'c', clientSecret: secret('s') },
      },
      b: {
        url: 'https://h',
        tls: { servername: 'x' },
        proxy: 'http://proxy:3128',
        connectTimeoutMs: 5,
      },
    };
    expect(mistakesOf({ registries })).toEqual([
      expect.stringMatching(
        /^registries\.a\.oauth asks for OAuth, .* oauthCredentials: oauthClientCredentials of @srkit\/auth\/outbound\.$/,
      ),
      expect.stringMatching(
        /^registries\.b\.tls needs .* transport: createTransport of @srkit\/registry-client\/transport\.$/,
      ),
      expect.stringMatching(/^registries\.b\.proxy needs /),
      expect.stringMatching(/^registries\.b\.connectTimeoutMs needs /),
    ]);
    const options = { oauthCredentials: oauthClientCredentials, transport: createTransport };
    expect(createRegistries({ registries }, options).names).toEqual(['a', 'b']);
  });

  it.each<[unknown, string | RegExp]>([
    [{ registries: {} }, 'registries must hold at least one registry.'],
    [{}, /^The configuration must have registries by name/],
    [{ registries: [] }, 'registries must be registries by name.'],
    [
      { registries: { a: { ulr: url } } },
      'registries.a.ulr is not a setting of a registry. Did you mean url?',
    ],
    [
      { registries: { a: { url, passwordFile: '/x' } } },
      'registries.a.passwordFile is not a setting of a registry. Did you mean password?',
    ],
    [{ registries: { a: { url: 5 } } }, /^registries\.a\.url must be one address/],
    [{ registries: { a: { url: [] } } }, /^registries\.a\.url must be one address/],
    [{ registries: { a: { url, user: { nested: 1 } } } }, 'registries.a.user must be a text.'],
    [{ registries: { a: { url, token: Symbol('x') } } }, 'registries.a.token must be a text.'],
    [
      { registries: { a: { url, timeoutMs: 1.5 } } },
      /^registries\.a\.timeoutMs must be a whole number of milliseconds/,
    ],
    [
      { registries: { a: { url, timeoutMs: Number.NaN } } },
      /^registries\.a\.timeoutMs must be a whole number of milliseconds/,
    ],
    [
      { registries: { a: { url, retry: { attempts: 0 } } } },
      /^registries\.a\.retry\.attempts must be a whole number/,
    ],
    [
      { registries: { a: { url, credentials: 'x' } } },
      'registries.a.credentials must be an object that code hands in.',
    ],
    [
      { registries: { a: { url, user: 'u', password: 'p', credentials: {} } } },
      'registries.a.user and registries.a.credentials are two ways to authenticate. Keep one of them.',
    ],
    [
      { registries: { a: { url, fetch, proxy: 'http://p' } } },
      'registries.a.proxy has no effect on the fetch that is handed in as registries.a.fetch.',
    ],
    [
      { registries: { a: { client: createRegistryClient({ url }), url } } },
      'registries.a.url has no effect on a client that is handed in as registries.a.client.',
    ],
    [
      { registries: { a: { url } }, default: 'b' },
      'default must be the name of a registry. Did you mean a? There are a.',
    ],
    [{ registries: { 'a b': { url } } }, /^registries\.a b must be a name/],
    [
      { registries: { a: { url } }, viewonly: true },
      'viewonly is nothing that is known here. Did you mean viewOnly?',
    ],
    [{ registries: { a: { url } }, viewOnly: 'perhaps' }, /^viewOnly must be true or false/],
    [
      { registries: JSON.parse('{"__proto__":{"url":"http://h"}}') },
      /^registries\.__proto__ must be a name/,
    ],
  ])('%o is refused', (configuration, message) => {
    const lines = mistakesOf(configuration, { transport: createTransport });
    expect(lines).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('takes what reading variables gave', async () => {
    const { registriesFromVariables } = await import('../src/index.ts');
    const read = await registriesFromVariables({
      SCHEMA_REGISTRY_URL: 'http://me:pw@host',
      SCHEMA_REGISTRY_HEADERS: '{"X-A":"b"}',
      SCHEMA_REGISTRY_RETRY_ATTEMPTS: '2',
      SRKIT_CONTEXT: 'staging',
    });
    const registry = createRegistries(read).get();
    expect(registry).toMatchObject({ name: 'default', context: '.staging' });
    expect(registry.client.describe().url).toBe('http://host');
  });

  it('may hold itself', () => {
    const endless: Record<string, unknown> = { url };
    endless['oauth'] = endless;
    expect(mistakesOf({ registries: { a: endless } }).length).toBeGreaterThan(0);
  });
});

test('registries print no secret', () => {
  const registries = createRegistries({
    registries: {
      a: { url: 'http://me:canary@h', headers: { 'X-Key': 'canary' } },
      b: { url, token: 'canary' },
    },
  });
  registries.get('a').client;
  for (const shown of [
    registries,
    registries.get('a'),
    registries.get('b').client,
    registries.forCaller(),
  ]) {
    expect(inspect(shown, { depth: 20, showHidden: true, getters: true })).not.toContain('canary');
    expect(JSON.stringify(shown)).not.toContain('canary');
  }
});
