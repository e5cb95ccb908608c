// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what configurations are written with
import { beforeAll, describe, expect, it, test } from 'vitest';
import { variables } from '../src/index.ts';
import { anAuthority, encrypted, type Identity } from './certificates.ts';
import { mistakesOf, reading, readingFrom } from './reading.ts';

const url = 'https://localhost:8081';
const base = { SCHEMA_REGISTRY_URL: url };

describe('a value that its setting cannot have', () => {
  const milliseconds = ['10s', '-1', '1.5', '99999999999', '1e3', 'constructor'];
  const cases: Record<string, string[]> = {
    SCHEMA_REGISTRY_URL: [
      'localhost:8081',
      'ftp://host',
      'http://host?x=1',
      'http://host#x',
      'http://a:1,b:2',
      'http://a:1,http://',
      'http://me:a/b@host',
      'http://me:a@h,http://me:b@h',
      ',',
    ],
    VIEWONLY: ['maybe', 'constructor', '2'],
    READONLY: ['constructor'],
    SRKIT_CONTEXT: ['a:b', '*'],
    SRKIT_TIMEOUT_MS: [...milliseconds, '0'],
    SRKIT_DEFAULT_REGISTRY: ['a b', '-x', 'x'.repeat(65), '__proto__', 'nobody'],
    SCHEMA_REGISTRY_NAME: ['a b', 'a:b', '__proto__', '.', 'x'.repeat(65)],
    SCHEMA_REGISTRY_TIMEOUT_MS: [...milliseconds, '0'],
    SCHEMA_REGISTRY_CONNECT_TIMEOUT_MS: [...milliseconds, '0'],
    SCHEMA_REGISTRY_SLOW_MS: [...milliseconds, '0'],
    SCHEMA_REGISTRY_RETRY: ['4'],
    SCHEMA_REGISTRY_RETRY_ATTEMPTS: ['0', '1001', '-1', 'many'],
    SCHEMA_REGISTRY_RETRY_MIN_DELAY_MS: milliseconds,
    SCHEMA_REGISTRY_RETRY_MAX_DELAY_MS: milliseconds,
    SCHEMA_REGISTRY_RETRY_TOTAL_MS: milliseconds,
    SCHEMA_REGISTRY_FAILOVER_FAILURES: ['0', 'x'],
    SCHEMA_REGISTRY_FAILOVER_PAUSE_MS: ['0', 'x'],
    SCHEMA_REGISTRY_RATE: ['5'],
    SCHEMA_REGISTRY_RATE_READS_PER_SECOND: ['0', '-1', 'x', 'Infinity', '9'.repeat(400)],
    SCHEMA_REGISTRY_RATE_WRITES_PER_SECOND: ['0'],
    SCHEMA_REGISTRY_CACHE: ['x'],
    SCHEMA_REGISTRY_CACHE_MAX_BYTES: ['0', '9'.repeat(17), '32MB'],
    SCHEMA_REGISTRY_CACHE_LATEST_MS: milliseconds,
    SCHEMA_REGISTRY_CACHE_LISTING_MS: milliseconds,
    SCHEMA_REGISTRY_CONTEXT: ['a:b'],
    SCHEMA_REGISTRY_PROXY: ['proxy:3128', 'socks5://proxy', 'http://'],
    SCHEMA_REGISTRY_HEADERS: [
      'X-Team: orders',
      '[]',
      '{"a":{}}',
      '{"a b":"c"}',
      '{"a":"b\\nc"}',
      '1',
      '"x"',
    ],
    SCHEMA_REGISTRY_TLS_CA: [
      '/etc/ca.pem',
      '-----BEGIN CERTIFICATE-----x-----END CERTIFICATE-----',
    ],
  };

  it.each(Object.entries(cases).flatMap(([name, values]) => values.map((value) => [name, value])))(
    '%s=%s is refused in one sentence that begins with the variable',
    async (name = '', value = '') => {
      const lines = await mistakesOf({ ...base, [name]: value });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^${name} must be .*\\.$`, 's'));
    },
  );

  it('is tried for every variable that has such values', () => {
    const free = [
      'text',
      'secret',
      'choice',
      'address',
      'texts',
      'certificates',
      'file',
      'document',
      'list',
    ];
    const tried = new Set(Object.keys(cases));
    expect(variables.filter(({ name, kind }) => !tried.has(name) && !free.includes(kind))).toEqual(
      [],
    );
  });
});

describe('a variable that looks like ours', () => {
  it.each([
    ['SCHEMA_REGISTRY_ULR', 'SCHEMA_REGISTRY_URL'],
    ['SCHEMA_REGISTRY_PASSWORT', 'SCHEMA_REGISTRY_PASSWORD'],
    ['SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_USER'],
    ['schema_registry_url', 'SCHEMA_REGISTRY_URL'],
    ['SRKIT_TIMEOUT', 'SRKIT_TIMEOUT_MS'],
    ['SRKIT_CONFIG_FILE', 'SRKIT_CONFIG'],
    ['REGISTRIES_JSON', 'REGISTRIES_CONFIG'],
    ['VIEW_ONLY', 'VIEWONLY'],
    ['READ_ONLY', 'READONLY'],
    ['SCHEMA_REGISTRY_ULR_2', 'SCHEMA_REGISTRY_URL_2'],
    ['SCHEMA_REGISTRY_PASSWORD_FIEL_12', 'SCHEMA_REGISTRY_PASSWORD_FILE_12'],
    ['VIEW_ONLY_3', 'VIEWONLY_3'],
    ['SRKIT_LOG_LEVLE', 'SRKIT_LOG_LEVEL'],
  ])('%s is answered with %s', async (written, meant) => {
    const options = { program: 'srkit-mcp', otherVariables: ['SRKIT_LOG_LEVEL'] };
    expect(await mistakesOf({ [written]: '1' }, options)).toEqual([
      `${written} is not a variable of srkit-mcp. Did you mean ${meant}?`,
    ]);
  });

  it('is answered with all of them when none is near', async () => {
    expect(await mistakesOf({ SRKIT_QUX_FROBNICATE_ALL: '1' })).toEqual([
      expect.stringMatching(
        /^SRKIT_QUX_FROBNICATE_ALL is not a variable of srkit. It knows SCHEMA_REGISTRY_URL, /,
      ),
    ]);
  });

  it('may be somebody else’s', async () => {
    const others = {
      SRKIT_LOG_LEVEL: 'debug',
      PATH: '/bin',
      KAFKA_BROKERS: 'x',
      READ: '1',
      READ_ONLY_MODE: '1',
      // Of Kubernetes, where a service is called schema-registry.
      SCHEMA_REGISTRY_SERVICE_HOST: '10.0.0.1',
      SCHEMA_REGISTRY_SERVICE_PORT: '8081',
      SCHEMA_REGISTRY_SERVICE_PORT_HTTP: '8081',
      SCHEMA_REGISTRY_PORT: 'tcp://10.0.0.1:8081',
      SCHEMA_REGISTRY_PORT_8081_TCP: 'tcp://10.0.0.1:8081',
      SCHEMA_REGISTRY_PORT_8081_TCP_ADDR: '10.0.0.1',
      SCHEMA_REGISTRY_CP_SERVICE_HOST: '10.0.0.1',
    };
    expect(await reading(others, { otherVariables: ['SRKIT_LOG_LEVEL'] })).toEqual({
      registries: {},
      warnings: [],
    });
  });
});

describe('what is missing', () => {
  it.each<[Record<string, string>, string]>([
    [
      { SCHEMA_REGISTRY_USER: 'me', SCHEMA_REGISTRY_PASSWORD: 'x' },
      'SCHEMA_REGISTRY_USER is set, but SCHEMA_REGISTRY_URL is not. Set it too.',
    ],
    [
      { SCHEMA_REGISTRY_NAME: 'me' },
      'SCHEMA_REGISTRY_NAME is set, but SCHEMA_REGISTRY_URL is not. Set it too.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_USER: 'me' },
      'SCHEMA_REGISTRY_USER is set, but SCHEMA_REGISTRY_PASSWORD is not. Set both, or neither.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_PASSWORD: 'x' },
      'SCHEMA_REGISTRY_PASSWORD is set, but SCHEMA_REGISTRY_USER is not. Set both, or neither.',
    ],
    [
      { SCHEMA_REGISTRY_NAME_3: 'x' },
      'SCHEMA_REGISTRY_URL_3 is missing. Set the address of the registry.',
    ],
    [
      { SCHEMA_REGISTRY_URL_3: url },
      'SCHEMA_REGISTRY_URL_3 is set, but SCHEMA_REGISTRY_NAME_3 is not. Set it too.',
    ],
    [
      { SCHEMA_REGISTRY_NAME_1: 'a', SCHEMA_REGISTRY_URL_1: url, SCHEMA_REGISTRY_PASSWORD_1: 'x' },
      'SCHEMA_REGISTRY_PASSWORD_1 is set, but SCHEMA_REGISTRY_USER_1 is not. Set both, or neither.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_OAUTH_TOKEN_URL: url, SCHEMA_REGISTRY_OAUTH_CLIENT_ID: 'x' },
      'SCHEMA_REGISTRY_OAUTH_TOKEN_URL is set, but SCHEMA_REGISTRY_OAUTH_CLIENT_SECRET is not. Set all of them, or none.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_OAUTH_SCOPE: 'x' },
      'SCHEMA_REGISTRY_OAUTH_SCOPE is set, but SCHEMA_REGISTRY_OAUTH_TOKEN_URL is not. Set it too.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_TLS_PASSPHRASE: 'x' },
      'SCHEMA_REGISTRY_TLS_PASSPHRASE is set, but SCHEMA_REGISTRY_TLS_KEY is not. Set both, or neither.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_TLS_KEY: 'x' },
      'SCHEMA_REGISTRY_TLS_KEY is set, but SCHEMA_REGISTRY_TLS_CERT is not. Set both, or neither.',
    ],
  ])('beside %j is named', async (record, line) => {
    expect(await mistakesOf(record)).toEqual([line]);
  });
});

describe('what does not go together', () => {
  it.each<[Record<string, string>, string]>([
    [
      {
        ...base,
        SCHEMA_REGISTRY_USER: 'u',
        SCHEMA_REGISTRY_PASSWORD: 'p',
        SCHEMA_REGISTRY_TOKEN: 't',
      },
      'SCHEMA_REGISTRY_USER and SCHEMA_REGISTRY_TOKEN are two ways to authenticate. Keep one of them.',
    ],
    [
      { SCHEMA_REGISTRY_URL: 'https://u:p@h', SCHEMA_REGISTRY_TOKEN: 't' },
      'SCHEMA_REGISTRY_URL and SCHEMA_REGISTRY_TOKEN are two ways to authenticate. Keep one of them.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_USER: 'a:b', SCHEMA_REGISTRY_PASSWORD: 'p' },
      'SCHEMA_REGISTRY_USER must not hold a colon, which basic authentication puts after it.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_TOKEN: 't', SCHEMA_REGISTRY_TOKEN_FILE: 'f' },
      'SCHEMA_REGISTRY_TOKEN_FILE says what SCHEMA_REGISTRY_TOKEN says too. Keep one of them.',
    ],
    [
      { ...base, SCHEMA_REGISTRY_RETRY: 'off', SCHEMA_REGISTRY_RETRY_ATTEMPTS: '3' },
      'SCHEMA_REGISTRY_RETRY_ATTEMPTS has no effect: SCHEMA_REGISTRY_RETRY is false.',
    ],
    [
      { SCHEMA_REGISTRY_URL: 'http://h', SCHEMA_REGISTRY_TLS_SERVERNAME: 'x' },
      'SCHEMA_REGISTRY_TLS_SERVERNAME has no effect: SCHEMA_REGISTRY_URL begins with http:, not with https:.',
    ],
    [
      {
        SCHEMA_REGISTRY_NAME_1: 'a',
        SCHEMA_REGISTRY_URL_1: url,
        SCHEMA_REGISTRY_NAME_2: 'a',
        SCHEMA_REGISTRY_URL_2: url,
      },
      'SCHEMA_REGISTRY_NAME_2 is the name of SCHEMA_REGISTRY_NAME_1 too. Change one.',
    ],
    [
      { SCHEMA_REGISTRY_NAME_01: 'a' },
      'SCHEMA_REGISTRY_NAME_01 must end in a number: 1, 2, 3 and so on, without zeros before it.',
    ],
    [
      { SCHEMA_REGISTRY_URL_0: url },
      'SCHEMA_REGISTRY_URL_0 must end in a number: 1, 2, 3 and so on, without zeros before it.',
    ],
    [
      { SCHEMA_REGISTRY_URL_99999999999999999999: url },
      'SCHEMA_REGISTRY_URL_99999999999999999999 must end in a number: 1, 2, 3 and so on, without zeros before it.',
    ],
    [
      { ...base, SRKIT_DEFAULT_REGISTRY: 'defualt' },
      'SRKIT_DEFAULT_REGISTRY must be the name of a registry. Did you mean default? There are default.',
    ],
    [
      { SRKIT_DEFAULT_REGISTRY: 'dev' },
      'SRKIT_DEFAULT_REGISTRY must be the name of a registry. There is none.',
    ],
  ])('%j is refused', async (record, line) => {
    expect(await mistakesOf(record)).toEqual([line]);
  });
});

describe('keys and certificates', () => {
  let ours: Identity;
  let other: Identity;
  beforeAll(async () => {
    const authority = await anAuthority('one');
    ours = await authority.sign('ours');
    other = await authority.sign('other');
  });
  const pair = (cert: string, key: string, passphrase?: string): Record<string, string> => ({
    ...base,
    SCHEMA_REGISTRY_TLS_CERT: cert,
    SCHEMA_REGISTRY_TLS_KEY: key,
    ...(passphrase !== undefined && { SCHEMA_REGISTRY_TLS_PASSPHRASE: passphrase }),
  });

  it('are taken as a pair, also encrypted, and with \\n in the place of line breaks', async () => {
    const { registries } = await reading(pair(ours.cert, ours.key));
    expect(registries['default']).toMatchObject({
      tls: { cert: ours.cert, key: `secret: ${ours.key}` },
    });
    await reading(pair(ours.cert, encrypted(ours.key, 'open sesame'), 'open sesame'));
    await reading(pair(ours.cert.replaceAll('\n', '\\n'), ours.key.replaceAll('\n', '\\n')));
    await reading({ ...base, SCHEMA_REGISTRY_TLS_CA: ours.cert + other.cert });
  });

  it('are refused where they cannot be used', async () => {
    const closed = encrypted(ours.key, 'open sesame');
    expect(await mistakesOf(pair(ours.cert, other.key))).toEqual([
      'SCHEMA_REGISTRY_TLS_CERT and SCHEMA_REGISTRY_TLS_KEY do not belong together. Set a pair.',
    ]);
    expect(await mistakesOf(pair(ours.cert, closed))).toEqual([
      'SCHEMA_REGISTRY_TLS_KEY is encrypted. Set SCHEMA_REGISTRY_TLS_PASSPHRASE too.',
    ]);
    expect(await mistakesOf(pair(ours.cert, closed, 'wrong'))).toEqual([
      'SCHEMA_REGISTRY_TLS_PASSPHRASE must be what SCHEMA_REGISTRY_TLS_KEY is encrypted with.',
    ]);
    for (const key of [ours.cert, 'nonsense'])
      expect(await mistakesOf(pair(ours.cert, key))).toEqual([
        'SCHEMA_REGISTRY_TLS_KEY must be a private key in PEM, from -----BEGIN PRIVATE KEY----- on.',
      ]);
    expect(await mistakesOf(pair(ours.key, ours.key))).toEqual([
      'SCHEMA_REGISTRY_TLS_CERT must be a certificate in PEM, from -----BEGIN CERTIFICATE----- on.',
    ]);
  });
});

describe('files', () => {
  it('that cannot be read are said without their names', async () => {
    const record = {
      ...base,
      SCHEMA_REGISTRY_USER: 'u',
      SCHEMA_REGISTRY_PASSWORD_FILE: 'hunter2/canary',
    };
    const refusing = (code?: string) => ({
      readFile: () => {
        throw Object.assign(new Error('open hunter2/canary'), code === undefined ? {} : { code });
      },
    });
    const begin = 'SCHEMA_REGISTRY_PASSWORD_FILE names a file';
    expect(await mistakesOf(record)).toEqual([
      `${begin}, and nothing here reads files. Hand in readFile.`,
    ]);
    expect(await mistakesOf(record, refusing('ENOENT'))).toEqual([
      `${begin} that cannot be read: there is none of this name (ENOENT).`,
    ]);
    expect(await mistakesOf(record, refusing('EIO'))).toEqual([
      `${begin} that cannot be read: EIO.`,
    ]);
    expect(await mistakesOf(record, refusing())).toEqual([
      `${begin} that cannot be read: reading it failed.`,
    ]);
    expect(await mistakesOf(record, { readFile: async () => ' \n' })).toEqual([
      `${begin} that is empty.`,
    ]);
  });

  it('of the configuration are named', async () => {
    expect(await mistakesOf({ SRKIT_CONFIG: '/etc/no.yaml' }, readingFrom({}))).toEqual([
      'SRKIT_CONFIG=/etc/no.yaml names a file that cannot be read: there is none of this name (ENOENT).',
    ]);
  });
});

describe('a document', () => {
  const mistakesIn = (text: string, more: Record<string, string> = {}) =>
    mistakesOf({ SRKIT_CONFIG: '/f', ...more }, readingFrom({ '/f': text }));

  it.each<[string, string[]]>([
    [
      'just text',
      ['/f must have registries by name: registries: { dev: { url: http://localhost:8081 } }.'],
    ],
    [
      '[]',
      ['/f must have registries by name: registries: { dev: { url: http://localhost:8081 } }.'],
    ],
    [
      'dev: {url: http://h}',
      ['/f must have registries by name: registries: { dev: { url: http://localhost:8081 } }.'],
    ],
    ['registries: 5', ['/f:1: registries must be registries by name.']],
    [
      'registries:\n  dev: http://h',
      ['/f:2: registries.dev must be settings by name: { url: http://localhost:8081 }.'],
    ],
    [
      'registries:\n  dev:',
      ['/f:2: registries.dev.url is missing. Set the address of the registry.'],
    ],
    [
      'registries:\n  "a b": {url: http://h}',
      [expect.stringMatching(/^\/f:2: registries\."a b" must be a name /)],
    ],
    [
      'registries:\n  " a": {url: http://h}',
      ['/f:2: registries." a" must not begin or end with white space.'],
    ],
    [
      'registries:\n  __proto__: {url: http://h}',
      [expect.stringMatching(/^\/f:2: registries\.__proto__ must be a name /)],
    ],
    [
      'regstries: {}\nregistries: {}',
      ['/f:1: regstries is nothing that is known here. Did you mean registries?'],
    ],
    [
      'registries: {}\ndefault: dev',
      ['/f:2: default must be the name of a registry. There is none.'],
    ],
    [
      'registries:\n  a: {url: http://h, paswordFile: x}',
      ['/f:2: registries.a.paswordFile is not a setting of a registry. Did you mean passwordFile?'],
    ],
    [
      'registries:\n  a:\n    url: http://h\n    oauth: { tokenurl: x }',
      [
        '/f:4: registries.a.oauth.tokenurl is not a setting of a registry. Did you mean oauth.tokenUrl?',
      ],
    ],
    [
      'registries:\n  a:\n    url: http://h\n    oauth: x',
      ['/f:4: registries.a.oauth must be settings by name.'],
    ],
    [
      'registries:\n  a:\n    url: http://h\n    tls: {zzzzzzzzzzzzzz: 1}',
      [expect.stringMatching(/It can be tls\.ca, tls\.caFile, .*tls\.servername\.$/)],
    ],
    [
      'registries:\n  a:\n    url: http://h\n    user: {x: 1}',
      [
        expect.stringContaining('/f:4: registries.a.user must be a text.'),
        expect.stringContaining('Set both'),
      ],
    ],
    [
      'registries:\n  a:\n    url: {x: 1}',
      [expect.stringContaining('/f:3: registries.a.url must be one address')],
    ],
    [
      'registries:\n  a:\n    url: [http://h, {x: 1}]',
      [expect.stringContaining('/f:3: registries.a.url must be one address')],
    ],
    [
      'registries:\n  a:\n    url: http://h\n    credentials: x',
      [expect.stringContaining('must be an object that code hands in.')],
    ],
    [
      'registries:\n  a: {url: http://h}\n  a: {url: http://i}',
      ['/f:3: registries.a is written twice. Keep one of them.'],
    ],
    [
      'registries:\n  a: {url: http://h, token: x, tokenFile: y}',
      ['/f:2: registries.a.tokenFile says what registries.a.token says too. Keep one of them.'],
    ],
    ['registries:\n  ? [a, b]\n  : {}', ['/f:2: registries has a key that is no text.']],
    [
      'registries:\n  a: *nobody',
      ['/f:2: registries.a refers (*) to nothing that stands before it.'],
    ],
    [
      'registries: &x\n  a: *x',
      expect.arrayContaining(['/f:2: registries.a.a refers (*) to nothing that stands before it.']),
    ],
    ['registries:\n  a: !env {url: X}', ['/f:2:6: a value has a tag (!). Write it without.']],
    [
      'registries:\n  a:\n    url: http://h\n    user: u\n    password: ${NOBODY}',
      [
        '/f:5: registries.a.password needs the variable NOBODY, which is not set. Set it, or write ${NOBODY:-fallback}.',
      ],
    ],
    ...['${', '${1}', '${A:-${B}}', '${A-b}', '${constructor}'].map((text): [string, string[]] => [
      `registries:\n  a:\n    url: http://h\n    description: "${text}"`,
      [
        expect.stringMatching(
          text === '${constructor}'
            ? /needs the variable constructor/
            : /holds \$\{ without a variable after it/,
        ),
      ],
    ]),
    ['registries:\n\ta: 1', ['/f:2:1: a line is indented by a tab. Use spaces.']],
    [
      'registries: {a: {url: http://h}\n',
      [
        '/f:1:32: the indentation is not that of what stands around it, or a bracket is not closed.',
      ],
    ],
    [
      'registries: {}\n---\nregistries: {}',
      ['/f:2:1: a second document begins (---). Keep one of them.'],
    ],
    [
      '{"registries": {"a": {"url": "http://h", "password": "canary\n',
      [expect.stringMatching(/^\/f:\d+:\d+: /)],
    ],
  ])('%j is refused with its line', async (text, lines) => {
    expect(await mistakesIn(text)).toEqual(lines);
  });

  it('that is hostile is refused, soon', async () => {
    const began = performance.now();
    const texts = [
      '['.repeat(100_000),
      '{"a":'.repeat(100_000),
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      `registries: ${'{a: '.repeat(50)}1${'}'.repeat(50)}`,
      `x: ${'a'.repeat(1_100_000)}`,
      // A reference to references to references.
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`,
        )
        .join('\n')}\nregistries: *j`,
      `registries:\n  a: &a {url: http://h}\n${Array.from({ length: 50_000 }, (_, i) => `  r${i}: *a`).join('\n')}\n  b: 1`,
      `registries: {${Array.from({ length: 30_000 }, (_, i) => `"k${i}": {"url": 1}`).join(',')}}`,
    ];
    for (const text of texts) expect((await mistakesIn(text)).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 60_000);

  it('that is a variable has its lines too', async () => {
    expect(await mistakesOf({ REGISTRIES_CONFIG: '{\n"dev": {\n"url": "x", "usr": 1}}' })).toEqual([
      'REGISTRIES_CONFIG:3: dev.usr is not a setting of a registry. Did you mean user?',
      expect.stringContaining('REGISTRIES_CONFIG:3: dev.url must be one address'),
    ]);
    const { registries } = await reading({
      REGISTRIES_CONFIG: '{"dev":{"url":"http://h","token":"${A}"}}',
    });
    expect(registries['dev']).toMatchObject({ token: 'secret: ${A}' });
  });
});

describe('an entry of REGISTRIES', () => {
  it.each([
    ['dev', 'it must be name:url or name:url:user:password.'],
    [
      'dev:http://h:1:u:p:x',
      'it has more parts than name:url:user:password. Quote or percent-encode what holds a colon or a comma.',
    ],
    [
      'dev:http://h:1:u:"p',
      'a quote is not closed, or something stands right after one. Write it name:url:user:"password".',
    ],
    [
      'dev:http://h:1:u:"p"x',
      'a quote is not closed, or something stands right after one. Write it name:url:user:"password".',
    ],
    [
      "dev:http://h:1:u:'p",
      'a quote is not closed, or something stands right after one. Write it name:url:user:"password".',
    ],
    [
      'dev:http://[::1]x:1',
      'a quote is not closed, or something stands right after one. Write it name:url:user:"password".',
    ],
    [
      ':http://h',
      'its first part must be a name of letters, digits, dots, dashes and underscores, at most 64 of them, that begins with a letter or digit.',
    ],
    [
      'dev:http://me:pass/word@host:1',
      'it is not clear where its address ends. Put the address in quotes: name:"http://host":user:password.',
    ],
    [
      'dev:http://host:me@example.com:pw',
      'it is not clear where its address ends. Put the address in quotes: name:"http://host":user:password.',
    ],
    [
      'dev:http://me:pw@host:1:other:pw',
      'it is not clear where its address ends. Put the address in quotes: name:"http://host":user:password.',
    ],
    [
      'dev:localhost:8081',
      'url must be one address like http://localhost:8081, or several of one registry with commas between them.',
    ],
    ['dev:http://h:1:u', 'user is set, but password is not. Set both, or neither.'],
    ['a:http://h,a:http://i', 'its name is that of entry 1 too. Change one.'],
  ])('%s is refused', async (written, complaint) => {
    const lines = await mistakesOf({ REGISTRIES: written });
    expect(lines).toContainEqual(expect.stringMatching(/^REGISTRIES, entry [12]: /));
    expect(lines.map((line) => line.replace(/^REGISTRIES, entry \d: /, ''))).toContain(complaint);
  });
});

test('a great many mistakes are counted in the message and all listed', async () => {
  const record = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`SRKIT_X${i}`, '1']));
  const error = await reading(record).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    mistakes: { length: 200 },
    message: expect.stringMatching(/There are 150 more\.$/),
  });
});
