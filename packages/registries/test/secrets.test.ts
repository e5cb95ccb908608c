// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what configurations are written with
import { inspect } from 'node:util';
import { createRegistryClient } from '@srkit/registry-client';
import { createTransport } from '@srkit/registry-client/transport';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkRegistries,
  createRegistries,
  registriesFromVariables,
  settingsTable,
  variables,
} from '../src/index.ts';
import { anAuthority, encrypted } from './certificates.ts';
import { readingFrom } from './reading.ts';

const canary = 'CANARY/päss wörd+"1"';
const forms = [
  'CANARY',
  encodeURIComponent(canary),
  Buffer.from(canary).toString('base64'),
  Buffer.from(`robot:${canary}`).toString('base64'),
];

function expectNoCanary(value: unknown): void {
  const options = { depth: 20, showHidden: true, getters: true, maxStringLength: null } as const;
  const error = value instanceof Error ? `${value.message} ${value.stack} ${String(value)}` : '';
  const shown = `${inspect(value, options)} ${JSON.stringify(value)} ${String(value)} ${error}`;
  for (const form of forms) expect(shown).not.toContain(form);
}

/** Reads, opens and checks, and looks at everything that comes of it. */
async function everything(
  record: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<'read' | 'refused'> {
  try {
    const read = await registriesFromVariables(record, readingFrom(files));
    expectNoCanary(read);
    if (Object.keys(read.registries).length === 0) return 'read';
    const registries = createRegistries(read, {
      transport: createTransport,
      oauthCredentials: () => ({ headers: () => ({}) }),
    });
    expectNoCanary(registries);
    for (const name of registries.names) {
      expectNoCanary(registries.get(name));
      expectNoCanary(registries.get(name).client);
      expectNoCanary(registries.get(name).client.describe());
    }
    expectNoCanary(await checkRegistries(registries, { timeoutMs: 200 }));
    await registries.close();
    return 'read';
  } catch (error) {
    expectNoCanary(error);
    return 'refused';
  }
}

const url = 'https://127.0.0.1:1';
let pems: Record<string, string> = {};
beforeAll(async () => {
  const { cert, key } = await (await anAuthority('a')).sign('b');
  pems = { cert, key, closed: encrypted(key, canary) };
});

/** For each secret a record in which it is written as it should be, by its path. */
const right: Record<string, () => Record<string, string>> = {
  password: () => ({ SCHEMA_REGISTRY_USER: 'robot', SCHEMA_REGISTRY_PASSWORD: canary }),
  token: () => ({ SCHEMA_REGISTRY_TOKEN: canary }),
  'oauth.clientSecret': () => ({
    SCHEMA_REGISTRY_OAUTH_TOKEN_URL: url,
    SCHEMA_REGISTRY_OAUTH_CLIENT_ID: 'c',
    SCHEMA_REGISTRY_OAUTH_CLIENT_SECRET: canary,
  }),
  'tls.key': () => ({
    SCHEMA_REGISTRY_TLS_CERT: pems['cert'] ?? '',
    SCHEMA_REGISTRY_TLS_KEY: `${pems['key']}${canary}`,
  }),
  'tls.passphrase': () => ({
    SCHEMA_REGISTRY_TLS_CERT: pems['cert'] ?? '',
    SCHEMA_REGISTRY_TLS_KEY: pems['closed'] ?? '',
    SCHEMA_REGISTRY_TLS_PASSPHRASE: canary,
  }),
  proxy: () => ({
    SCHEMA_REGISTRY_PROXY: `http://robot:${encodeURIComponent(canary)}@127.0.0.1:1`,
  }),
  headers: () => ({ SCHEMA_REGISTRY_HEADERS: JSON.stringify({ 'X-Key': 'CANARY-1' }) }),
};

describe('a secret is in nothing that can be shown', () => {
  it('is tried for each of the table', () => {
    const secrets = Object.entries(settingsTable).filter(([, { secret }]) => secret);
    expect(secrets.map(([path]) => path).sort()).toEqual(Object.keys(right).sort());
  });

  it.each(Object.keys(right))('as %s of variables, of files, of a document', async (path) => {
    const written: Record<string, string> = { SCHEMA_REGISTRY_URL: url, ...right[path]?.() };
    expect(await everything(written)).toBe('read');
    const inFiles = Object.entries(written).map(([name, value]) =>
      /PASSWORD|TOKEN$|SECRET|KEY|PASSPHRASE|PROXY|HEADERS/.test(name)
        ? { [`${name}_FILE`]: `/${name}`, file: value }
        : { [name]: value },
    );
    const record = Object.assign({}, ...inFiles.map(({ file: _, ...rest }) => rest));
    const files = Object.fromEntries(
      Object.entries(written).map(([name, value]) => [`/${name}`, value]),
    );
    expect(await everything(record, files)).toBe('read');
  });

  // Wrong in one more setting each time, so that every sentence there is comes past.
  const wrong = variables.flatMap(({ name }) => [
    { [name]: `not ${canary}` },
    { [name]: '{' },
    { [name]: '-5' },
  ]);

  it.each(Object.keys(right))('as %s beside every mistake', async (path) => {
    for (const mistake of wrong) {
      const [name = ''] = Object.keys(mistake);
      const record = { SCHEMA_REGISTRY_URL: url, ...right[path]?.(), ...mistake };
      // A path, a name and a context are shown: they are what one has to look for.
      if (
        /^SRKIT_|_CONTEXT$|_DESCRIPTION$|_USER$|CLIENT_ID$|SCOPE$|LOGICAL|POOL|SERVERNAME$/.test(
          name,
        ) &&
        `${mistake[name]}`.includes('CANARY')
      )
        continue;
      await everything(record);
    }
  });

  it.each([
    `http://robot:${canary}@host:8081`,
    'http://robot:CANARY#rest@host',
    'http://robot:CANARY?rest@host',
    'http://robot:12/CANARY@host',
    'robot:CANARY@host:8081',
    'ftp://robot:CANARY@host',
    'http://host/?token=CANARY',
    'http://robot:CANARY@127.0.0.1:1',
    'http://robot:CANARY@a:1,http://robot:CANARY2@b:1',
    'http://robot:CANARY@127.0.0.1:1,http://robot:CANARY@localhost:1',
  ])('in the address %s', async (address) => {
    await everything({ SCHEMA_REGISTRY_URL: address });
    await everything({ SCHEMA_REGISTRY_NAME_1: 'a', SCHEMA_REGISTRY_URL_1: address });
    await everything({ REGISTRIES: `a:${address}` });
    await everything({ REGISTRIES_CONFIG: JSON.stringify({ a: { url: address } }) });
    await everything({ SRKIT_CONFIG: '/f' }, { '/f': `registries: {a: {url: '${address}'}}` });
    try {
      createRegistries({ registries: { a: { url: address } } });
    } catch (error) {
      expectNoCanary(error);
    }
  });

  it.each([
    'a:http://h:1:robot:CANARY',
    'a:http://h:1:robot:CANARY,b',
    'a:http://h:1:robot:x,CANARY',
    'a:http://h:1:robot:x,CANARY:y',
    'a:http://h:1:robot:x:CANARY',
    'a:http://h:1:robot:"CANARY',
    'a:http://h:1:robot:"x"CANARY',
    'a:http://h:1:CANARY',
    'a:http://h:1CANARY',
  ])('in the list %s', async (list) => {
    await everything({ REGISTRIES: list });
  });

  it.each([
    '{"a":{"url":"http://h","password":"CANARY"',
    '{"a":{"url":"http://h","password":"CANARY\\q"}}',
    '{"a":{"url":"http://h","password":CANARY}}}',
    '\'{"a":{"password":"CANARY"}}\'',
    '{"a":{"url":"http://h","password":["CANARY"]}}',
    '{"a":{"url":"http://h","password":{"x":"CANARY"}}}',
    '{"a":{"url":"http://h","timeoutMs":"CANARY"}}',
    '{"a":{"url":"http://h","headers":{"a b":"CANARY"}}}',
    '{"a":"CANARY"}',
    'CANARY',
    'a: *CANARY',
    'a: |CANARY\n x',
    'a:\n  password: "CANARY',
    'a:\n  password: CANARY: x',
    'a:\n  password: @CANARY',
    'a:\n  password: !CANARY x',
    'a:\n  password: {CANARY',
  ])('in the document %j', async (text) => {
    await everything({ REGISTRIES_CONFIG: text });
    await everything(
      { SRKIT_CONFIG: '/f' },
      { '/f': `registries:\n  ${text.replaceAll('\n', '\n  ')}` },
    );
    await everything(
      { SRKIT_CONFIG: '/f', SECRET: text },
      { '/f': 'registries: {a: {url: "${SECRET}", slowMs: "${SECRET}"}}' },
    );
  });

  it('when a file is named by the secret itself', async () => {
    for (const { name } of variables.filter(
      ({ kind, name }) => kind === 'file' && name !== 'SRKIT_CONFIG',
    ))
      expect(await everything({ SCHEMA_REGISTRY_URL: url, [name]: canary })).toBe('refused');
  });

  it('when code hands it in', () => {
    const registries = {
      a: { url, password: canary, user: 5, token: canary, headers: { a: canary } },
    };
    try {
      createRegistries({ registries, viewOnly: canary } as never);
    } catch (error) {
      expectNoCanary(error);
    }
    const client = createRegistryClient({ url: 'http://robot:CANARY@h' });
    expectNoCanary(createRegistries({ registries: { a: { client } } }));
  });
});
