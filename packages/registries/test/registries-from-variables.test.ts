// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what configurations are written with
import { describe, expect, it, test } from 'vitest';
import { variables } from '../src/index.ts';
import { mistakesOf, reading, readingFrom } from './reading.ts';

const url = 'http://localhost:8081';

describe('variables without a number', () => {
  it('name no registry where none is set', async () => {
    const read = await reading({ PATH: '/bin', VIEWONLY: 'true', SRKIT_CONTEXT: 'staging' });
    expect(read).toEqual({ registries: {}, viewOnly: true, context: '.staging', warnings: [] });
  });

  it('are one registry, called default', async () => {
    const read = await reading({
      SCHEMA_REGISTRY_URL: ' https://registry.example.com/api/ ',
      SCHEMA_REGISTRY_USER: ' robot ',
      SCHEMA_REGISTRY_PASSWORD: ' p w ',
    });
    expect(read).toEqual({
      registries: {
        default: {
          url: 'https://registry.example.com/api',
          user: 'robot',
          password: 'secret:  p w ',
        },
      },
      default: 'default',
      warnings: [],
    });
  });

  it('can name it', async () => {
    const read = await reading({ SCHEMA_REGISTRY_URL: url, SCHEMA_REGISTRY_NAME: 'dev' });
    expect(read).toMatchObject({ registries: { dev: { url } }, default: 'dev' });
  });

  it.each(['', '   ', '${user_config.anything}'])(
    'take %j for not set, each of them',
    async (blank) => {
      const all = variables.map(({ name }) => [name, blank]);
      const numbered = variables.map(({ name }) => [`${name}_1`, blank]);
      const record = Object.fromEntries([...all, ...numbered, ['SRKIT_NOPE', blank]]);
      expect(await reading(record)).toEqual({ registries: {}, warnings: [] });
    },
  );

  it.each([
    ['true', true],
    ['1', true],
    ['YES', true],
    ['on', true],
    ['false', false],
    ['0', false],
    ['no', false],
    ['Off', false],
  ])('read the switch %s as %s', async (written, value) => {
    expect(await reading({ VIEWONLY: written })).toMatchObject({ viewOnly: value });
    expect(await reading({ READONLY: written })).toMatchObject({ readOnly: value });
  });
});

describe('the address', () => {
  it.each([
    ['http://h:1/', { url: 'http://h:1' }],
    [
      'http://a:1, https://b:2/x/ ,http://[::1]:3',
      { url: ['http://a:1', 'https://b:2/x', 'http://[::1]:3'] },
    ],
    ['http://me:s%40fe@host:1', { url: 'http://host:1', user: 'me', password: 'secret: s@fe' }],
    [
      'http://me:pw@a,http://me:pw@b',
      { url: ['http://a', 'http://b'], user: 'me', password: 'secret: pw' },
    ],
    ['HTTP://HOST', { url: 'http://host' }],
  ])('%s is read', async (written, expected) => {
    const { registries } = await reading({ SCHEMA_REGISTRY_URL: written });
    expect(registries['default']).toEqual(expected);
  });

  it('has a user that one written beside it stands before', async () => {
    const { registries } = await reading({
      SCHEMA_REGISTRY_URL: 'http://me:inside@host',
      SCHEMA_REGISTRY_PASSWORD: 'beside',
    });
    expect(registries['default']).toEqual({
      url: 'http://host',
      user: 'me',
      password: 'secret: beside',
    });
  });
});

describe('numbered variables', () => {
  it('are as many registries as there are numbers, in their order', async () => {
    const record: Record<string, string> = {};
    for (let number = 1; number <= 120; number += 1) {
      record[`SCHEMA_REGISTRY_URL_${number}`] = `http://h${number}:8081`;
      record[`SCHEMA_REGISTRY_NAME_${number}`] = `r${number}`;
    }
    const read = await reading(record);
    expect(Object.keys(read.registries)).toEqual(
      Array.from({ length: 120 }, (_, i) => `r${i + 1}`),
    );
    expect(read).toMatchObject({
      default: 'r1',
      warnings: [],
      registries: { r120: { url: 'http://h120:8081' } },
    });
  });

  it('have settings of their own, and those for all', async () => {
    const read = await reading(
      {
        SCHEMA_REGISTRY_NAME_1: 'dev',
        SCHEMA_REGISTRY_URL_1: url,
        SCHEMA_REGISTRY_DESCRIPTION_1: 'Try things here',
        SCHEMA_REGISTRY_NAME_2: 'prod',
        SCHEMA_REGISTRY_URL_2: 'https://prod:8081',
        SCHEMA_REGISTRY_USER_2: 'robot',
        SCHEMA_REGISTRY_PASSWORD_FILE_2: '/run/secrets/prod',
        SCHEMA_REGISTRY_RETRY_ATTEMPTS_2: '2',
        SCHEMA_REGISTRY_CACHE_2: 'off',
        SCHEMA_REGISTRY_HEADERS_2: '{"X-Team":"orders"}',
        VIEWONLY_2: 'yes',
        SRKIT_TIMEOUT_MS: '2500',
        SRKIT_DEFAULT_REGISTRY: 'prod',
      },
      readingFrom({ '/run/secrets/prod': 'p:w, with everything\r\n' }),
    );
    expect(read).toEqual({
      registries: {
        dev: { url, description: 'Try things here' },
        prod: {
          url: 'https://prod:8081',
          user: 'robot',
          password: 'secret: p:w, with everything',
          retry: { attempts: 2 },
          cache: false,
          headers: { 'X-Team': 'secret: orders' },
          viewOnly: true,
        },
      },
      default: 'prod',
      timeoutMs: 2500,
      warnings: [],
    });
  });

  it('name the gaps between their numbers', async () => {
    const record: Record<string, string> = {};
    for (const number of [2, 5, 7, 999_999_999]) {
      record[`SCHEMA_REGISTRY_NAME_${number}`] = `r${number}`;
      record[`SCHEMA_REGISTRY_URL_${number}`] = url;
    }
    const { warnings } = await reading(record);
    expect(warnings.map((line) => /of (numbers? .*?),/.exec(line)?.[1])).toEqual([
      'number 1',
      'numbers 3 to 4',
      'number 6',
      'numbers 8 to 999999998',
    ]);
  });

  it('can be called by names that look like numbers, without another order', async () => {
    const read = await reading({
      SCHEMA_REGISTRY_NAME_1: '2027',
      SCHEMA_REGISTRY_URL_1: url,
      SCHEMA_REGISTRY_NAME_2: '2026',
      SCHEMA_REGISTRY_URL_2: url,
    });
    expect(read.default).toBe('2027');
  });
});

describe('the file that SRKIT_CONFIG names', () => {
  const yaml = `
# Comments are welcome
default: staging
viewOnly: \${VIEW:-false}
x-shared: &shared
  timeoutMs: 2000
  headers: { X-Team: orders }
registries:
  dev:
    <<: *shared
    url: http://\${HOST}:8081
    password: 0012
    user: \${NOBODY:-robot}
  staging:
    <<: *shared
    timeoutMs: 3000
    url: [ 'https://a:8081', 'https://b:8081' ]
    tls: { servername: registry.internal }
    token: "\${TOKEN}$\${NOT}"
    viewOnly: yes
    description: ~
`;

  it('is YAML with references and variables', async () => {
    const read = await reading(
      { SRKIT_CONFIG: '/etc/srkit.yaml', HOST: 'localhost', TOKEN: 'a${b}' },
      readingFrom({ '/etc/srkit.yaml': yaml }),
    );
    expect(read).toEqual({
      registries: {
        dev: {
          url: 'http://localhost:8081',
          user: 'robot',
          password: 'secret: 0012',
          timeoutMs: 2000,
          headers: { 'X-Team': 'secret: orders' },
        },
        staging: {
          url: ['https://a:8081', 'https://b:8081'],
          token: 'secret: a${b}${NOT}',
          tls: { servername: 'registry.internal' },
          timeoutMs: 3000,
          headers: { 'X-Team': 'secret: orders' },
          viewOnly: true,
        },
      },
      default: 'staging',
      viewOnly: false,
      warnings: [],
    });
  });

  it('is JSON as well, with tabs and escapes', async () => {
    const json = JSON.stringify(
      {
        registries: {
          dev: {
            url,
            user: 'u',
            password: 'p"\\/\n\u{1F600}é',
            retry: false,
            slowMs: 5,
            description: null,
          },
        },
        default_registry: 'dev',
      },
      undefined,
      '\t',
    );
    const read = await reading(
      { SRKIT_CONFIG: 'c.json' },
      readingFrom({ 'c.json': `\ufeff${json}\n` }),
    );
    expect(read).toEqual({
      registries: {
        dev: { url, user: 'u', password: 'secret: p"\\/\n\u{1F600}é', retry: false, slowMs: 5 },
      },
      default: 'dev',
      warnings: [],
    });
  });

  it.each([
    ['/etc/srkit/config.yaml', 'secrets/dev', '/etc/srkit/secrets/dev'],
    ['/etc/srkit/config.yaml', '/run/dev', '/run/dev'],
    ['config.yaml', 'dev', 'dev'],
    ['C:\\srkit\\config.yaml', 'dev', 'C:\\srkit\\dev'],
    ['C:\\srkit\\config.yaml', 'D:\\dev', 'D:\\dev'],
  ])('of %s means by the file %s the file %s', async (file, written, meant) => {
    const text = JSON.stringify({ registries: { dev: { url, tokenFile: written } } });
    const files = readingFrom({ [file]: text, [meant]: 'it' });
    const { registries } = await reading({ SRKIT_CONFIG: file }, files);
    expect(registries['dev']).toEqual({ url, token: 'secret: it' });
  });
});

test('a file with a secret loses the line break at its end and nothing else', async () => {
  const record = { SCHEMA_REGISTRY_URL: url, SCHEMA_REGISTRY_TOKEN_FILE: '/f' };
  for (const text of [' a b ', '\ta\n', 'a\nb'])
    for (const end of ['', '\n', '\r\n']) {
      if (end === '' && text.endsWith('\n')) continue;
      const { registries } = await reading(record, { readFile: async () => text + end });
      expect(registries['default']).toMatchObject({ token: `secret: ${text}` });
    }
});

test.each([
  ['${SET}', 'value'],
  ['${SET:-fallback}', 'value'],
  ['${UNSET:-fallback}', 'fallback'],
  ['${EMPTY:-fallback}', 'fallback'],
  ['a${EMPTY}b', 'ab'],
  ['a${UNSET:-}b', 'ab'],
  ['${SET}${SET}-$SET-$${SET}-$$$SET', 'valuevalue-$SET-${SET}-$$$SET'],
  ['${UNSET:-http://h:1/?a=b:-c}', 'http://h:1/?a=b:-c'],
])('in a file %s is %s', async (written, expected) => {
  const file = JSON.stringify({ registries: { a: { url, description: written } } });
  const record = { SRKIT_CONFIG: '/f', SET: 'value', EMPTY: '' };
  const { registries } = await reading(record, readingFrom({ '/f': file }));
  expect(registries['a']).toMatchObject({ description: expected });
});

test('REGISTRIES_CONFIG holds registries, with or without a word around them', async () => {
  const dev = { url: 'http://dev:8081', user: 'dev-user', password: 'dev-pass' };
  const expected = {
    registries: { dev: { ...dev, password: 'secret: dev-pass' } },
    default: 'dev',
  };
  for (const written of [{ dev }, { registries: { dev } }]) {
    const read = await reading({ REGISTRIES_CONFIG: JSON.stringify(written) });
    expect(read).toMatchObject(expected);
  }
});

describe('REGISTRIES', () => {
  const r = (written: string) =>
    reading({ REGISTRIES: written }).then(({ registries }) => registries);

  it.each([
    ['dev:http://h:8081:u:p', { url: 'http://h:8081', user: 'u', password: 'secret: p' }],
    ['dev:http://h:8081', { url: 'http://h:8081' }],
    ['dev:http://h:8081::', { url: 'http://h:8081' }],
    ['dev:http://h:u:p', { url: 'http://h', user: 'u', password: 'secret: p' }],
    [
      'dev:https://h/apis/ccompat/v7:u:p',
      { url: 'https://h/apis/ccompat/v7', user: 'u', password: 'secret: p' },
    ],
    ['dev:http://[::1]:8081:u:p', { url: 'http://[::1]:8081', user: 'u', password: 'secret: p' }],
    ['dev:http://u:p@h:8081', { url: 'http://h:8081', user: 'u', password: 'secret: p' }],
    ['dev:http://h:1:u:p%3Aw%2C%25', { url: 'http://h:1', user: 'u', password: 'secret: p:w,%' }],
    ['dev:http://h:1:u:50%', { url: 'http://h:1', user: 'u', password: 'secret: 50%' }],
    [
      'dev:http://h:1:u:"p:w, \\"x\\" \\\\ %3A"',
      { url: 'http://h:1', user: 'u', password: 'secret: p:w, "x" \\ %3A' },
    ],
    ["dev:http://h:1:'u,':' p\\:'", { url: 'http://h:1', user: 'u,', password: 'secret:  p\\:' }],
    [
      ' "dev" : "http://a:1,http://b:2" : u : p ',
      { url: ['http://a:1', 'http://b:2'], user: 'u', password: 'secret: p' },
    ],
  ])('%s is read', async (written, dev) => {
    expect(await r(written)).toEqual({ dev });
  });

  it('holds several, with a comma after the last or not', async () => {
    for (const end of ['', ',', ', ,'])
      expect(await r(`dev:http://a:1:u:p, staging:http://b:2,prod:https://c${end}`)).toEqual({
        dev: { url: 'http://a:1', user: 'u', password: 'secret: p' },
        staging: { url: 'http://b:2' },
        prod: { url: 'https://c' },
      });
  });
});

test('of several sources all registries count, and of one name the one that comes first, as a whole', async () => {
  const named = (name: string, host: string) => ({ [name]: { url: `http://${host}:1` } });
  const read = await reading(
    {
      SCHEMA_REGISTRY_URL: 'http://single:1',
      REGISTRIES: 'a:http://list:1:list:list,b:http://list:1,c:http://list:1,d:http://list:1',
      REGISTRIES_CONFIG: JSON.stringify({
        ...named('a', 'text'),
        ...named('b', 'text'),
        ...named('c', 'text'),
      }),
      SRKIT_CONFIG: '/f',
      SCHEMA_REGISTRY_NAME_1: 'a',
      SCHEMA_REGISTRY_URL_1: 'http://numbered:1',
    },
    readingFrom({
      '/f': JSON.stringify({ registries: { ...named('a', 'file'), ...named('b', 'file') } }),
    }),
  );
  expect(read.registries).toEqual({
    ...named('a', 'numbered'),
    ...named('b', 'file'),
    ...named('c', 'text'),
    ...named('d', 'list'),
    ...named('default', 'single'),
  });
  expect(read.default).toBe('a');
  expect(read.warnings).toContain(
    'The registry a of REGISTRIES, entry 1 is not used: SCHEMA_REGISTRY_NAME_1 has one of that name, and comes first.',
  );
  expect(read.warnings).toHaveLength(6);
});

test('the default is that of the variable, then of the file, then of the text', async () => {
  const config = (name: string) =>
    JSON.stringify({ default: name, registries: { a: { url }, b: { url }, c: { url } } });
  const record = { SRKIT_CONFIG: '/f', REGISTRIES_CONFIG: config('c') };
  const files = readingFrom({ '/f': config('b') });
  expect(await reading({ ...record, SRKIT_DEFAULT_REGISTRY: 'a' }, files)).toMatchObject({
    default: 'a',
  });
  expect(await reading(record, files)).toMatchObject({ default: 'b' });
  expect(await reading({ REGISTRIES_CONFIG: config('c') })).toMatchObject({ default: 'c' });
});

test('what makes all view-only does so wherever it stands', async () => {
  const files = readingFrom({
    '/f': JSON.stringify({ viewOnly: true, registries: { a: { url } } }),
  });
  expect(await reading({ SRKIT_CONFIG: '/f', VIEWONLY: 'false' }, files)).toMatchObject({
    viewOnly: true,
  });
});

test('all mistakes are said at once, each with its place', async () => {
  const lines = await mistakesOf(
    {
      SCHEMA_REGISTRY_ULR: url,
      SCHEMA_REGISTRY_NAME_1: 'dev',
      SCHEMA_REGISTRY_URL_1: 'nonsense',
      SCHEMA_REGISTRY_TIMEOUT_MS_1: 'soon',
      SCHEMA_REGISTRY_URL_2: url,
      SRKIT_CONFIG: '/f.yaml',
      REGISTRIES: 'x,y:http://h:1:only-user',
      VIEWONLY: 'sure',
    },
    readingFrom({
      '/f.yaml':
        'registries:\n  a:\n    url: http://a\n    timeout: 5\n  b:\n    retry: {attempts: 0}\n',
    }),
  );
  expect(lines.map((line) => line.split(/ (?:must|is) /)[0])).toEqual([
    'SCHEMA_REGISTRY_ULR',
    'SCHEMA_REGISTRY_URL_2',
    '/f.yaml:4: registries.a.timeout',
    'REGISTRIES, entry 1: it',
    'SCHEMA_REGISTRY_URL_1',
    'SCHEMA_REGISTRY_TIMEOUT_MS_1',
    '/f.yaml:6: registries.b.retry.attempts',
    '/f.yaml:6: registries.b.retry.attempts',
    'REGISTRIES, entry 2: user',
    'VIEWONLY',
  ]);
});
