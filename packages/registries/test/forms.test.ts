// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is what configurations are written with
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { settingsTable } from '../src/index.ts';
import { reading, readingFrom, revealed } from './reading.ts';

/** Settings as plain data, by their paths: `oauth.tokenUrl`. */
type Flat = Record<string, unknown>;

interface Written {
  registries: Record<string, Flat>;
  default: string;
}

const name = fc.stringMatching(/^[a-zA-Z][\w.-]{0,12}$/).filter((text) => !(text in {}));
const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const secretText = fc
  .oneof(
    anyText,
    fc.constantFrom(
      '0012',
      'null',
      '~',
      'true',
      'a:b,c@d',
      '"',
      "'x'",
      '${A}',
      '$${',
      '*a',
      '&b',
      '!t',
      '- x',
      '#c',
      'p%41',
    ),
  )
  .filter(
    (text) => text.trim() !== '' && !/^\s*\$\{user_config/.test(text) && !text.includes('\0'),
  );
const text = secretText.map((written) => written.trim());
const user = text.filter((written) => !written.includes(':'));
const headerText = fc.stringMatching(/^[!-~]{1,10}$/);
const byName = (value: fc.Arbitrary<string>) =>
  fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/), value, {
    minKeys: 1,
    maxKeys: 3,
  });
const host = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const url = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    host,
    fc.option(fc.integer({ min: 1, max: 65_535 })),
    fc.constantFrom('', '/apis/ccompat/v7'),
  )
  .map(([scheme, at, port, path]) =>
    new URL(`${scheme}://${at}${port === null ? '' : `:${port}`}${path}`).href.replace(/\/$/, ''),
  );

const authentication: fc.Arbitrary<Flat> = fc.oneof(
  fc.constant({}),
  fc.record({ user, password: secretText }),
  fc.record({ token: secretText }),
  fc.record(
    {
      'oauth.tokenUrl': url,
      'oauth.clientId': text,
      'oauth.clientSecret': secretText,
      'oauth.scope': text,
      'oauth.authentication': fc.constantFrom('basic', 'post'),
      'oauth.parameters': byName(text),
      'oauth.logicalCluster': text,
      'oauth.identityPoolId': text,
    },
    { requiredKeys: ['oauth.tokenUrl', 'oauth.clientId', 'oauth.clientSecret'] },
  ),
);

const milliseconds = fc.integer({ min: 1, max: 2_147_483_647 });
const rest: fc.Arbitrary<Flat> = fc
  .record(
    {
      proxy: fc
        .tuple(host, headerText)
        .map(([at, password]) => `http://u:${encodeURIComponent(password)}@${at}:3128`),
      headers: byName(headerText),
      context: host.map((written) => `.${written}`),
      timeoutMs: milliseconds,
      connectTimeoutMs: milliseconds,
      retry: fc.boolean(),
      'retry.attempts': fc.integer({ min: 1, max: 1_000 }),
      'retry.minDelayMs': milliseconds,
      'retry.maxDelayMs': milliseconds,
      'retry.totalMs': milliseconds,
      'failover.failures': fc.integer({ min: 1, max: 1_000 }),
      'failover.pauseMs': milliseconds,
      rate: fc.boolean(),
      'rate.readsPerSecond': fc.integer({ min: 1, max: 500 }).map((tenths) => tenths / 10),
      'rate.writesPerSecond': fc.integer({ min: 1, max: 500 }),
      cache: fc.boolean(),
      'cache.maxBytes': fc.integer({ min: 1 }),
      'cache.latestMs': milliseconds,
      'cache.listingMs': milliseconds,
      viewOnly: fc.boolean(),
      readOnly: fc.boolean(),
      slowMs: milliseconds,
      description: text,
    },
    { requiredKeys: [] },
  )
  // A switch or its parts; both are not said at once in a document.
  .map((settings: Flat) => {
    const groups = ['retry', 'rate', 'cache'];
    const all = Object.entries(settings);
    const split = groups.filter((group) => all.some(([path]) => path.startsWith(`${group}.`)));
    return Object.fromEntries(all.filter(([path]) => !split.includes(path)));
  });

const registry: fc.Arbitrary<Flat> = fc
  .tuple(fc.oneof(url, fc.uniqueArray(url, { minLength: 2, maxLength: 3 })), authentication, rest)
  .map(([address, ...settings]) => Object.assign({ url: address }, ...settings));

const configuration: fc.Arbitrary<Written> = fc
  .dictionary(name, registry, { minKeys: 1, maxKeys: 3 })
  .chain((registries) =>
    fc.record({
      registries: fc.constant(registries),
      default: fc.constantFrom(...Object.keys(registries)),
    }),
  );

/** `{ 'oauth.tokenUrl': x }` as `{ oauth: { tokenUrl: x } }`. */
function nested(flat: Flat): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    const [group = '', part] = path.split('.');
    if (part === undefined) result[group] = value;
    else result[group] = { ...(result[group] as object | undefined), [part]: value };
  }
  return result;
}

/** The same with what is secret marked as `revealed` marks it. */
function expected({ registries, default: chosen }: Written): unknown {
  const mark = ([path, value]: [string, unknown]): [string, unknown] => {
    if (!settingsTable[path as keyof typeof settingsTable].secret) return [path, value];
    if (typeof value === 'string') return [path, `secret: ${value}`];
    return [
      path,
      Object.fromEntries(
        Object.entries(value as object).map(([key, one]) => [key, `secret: ${one}`]),
      ),
    ];
  };
  const marked = Object.entries(registries).map(([key, flat]) => [
    key,
    nested(Object.fromEntries(Object.entries(flat).map(mark))),
  ]);
  return { registries: Object.fromEntries(marked), default: chosen, warnings: [] };
}

/** Writes `$${` for `${`, as files need it. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('${', () => '$${');
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, escaped(one)]));
}

function document({ registries, default: chosen }: Written) {
  const each = Object.entries(registries).map(([key, flat]) => [key, nested(flat)]);
  return { registries: Object.fromEntries(each), default: chosen };
}

function variableText(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function percentEncoded(value: string): string {
  return encodeURIComponent(value).replaceAll("'", '%27');
}

const runs = { numRuns: 150 };

test('numbered variables say the same as the configuration that they were written from', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, fc.boolean(), async (written, useFiles) => {
      const variables: Record<string, string> = { SRKIT_DEFAULT_REGISTRY: written.default };
      const files: Record<string, string> = {};
      for (const [index, [key, flat]] of Object.entries(written.registries).entries()) {
        const number = index + 1;
        variables[`SCHEMA_REGISTRY_NAME_${number}`] = key;
        for (const [path, value] of Object.entries(flat)) {
          const { variable, file } = settingsTable[path as keyof typeof settingsTable];
          if (useFiles && file) {
            variables[`${variable}_FILE_${number}`] = `/secrets/${variable}/${number}`;
            files[`/secrets/${variable}/${number}`] = `${variableText(value)}\n`;
          } else variables[`${variable}_${number}`] = variableText(value);
        }
      }
      expect(await reading(variables, readingFrom(files))).toEqual(expected(written));
    }),
    runs,
  );
});

test('a file in JSON and one in YAML say the same as the configuration that they were written from', async () => {
  const write = {
    json: (value: unknown) => JSON.stringify(value, undefined, 2),
    yaml: (value: unknown) => stringify(value),
    // Every text in the style that needs no quotes where that is possible.
    plain: (value: unknown) => stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }),
  };
  await fc.assert(
    fc.asyncProperty(
      configuration,
      fc.constantFrom(...Object.values(write)),
      async (written, form) => {
        const file = form(escaped(document(written)));
        expect(await reading({ SRKIT_CONFIG: '/f' }, readingFrom({ '/f': file }))).toEqual(
          expected(written),
        );
      },
    ),
    runs,
  );
});

test('secrets in files beside a file say the same', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, async (written) => {
      const files: Record<string, string> = {};
      const moved = Object.entries(written.registries).map(([key, flat]) => {
        const settings = Object.entries(flat).map(([path, value]): [string, unknown] => {
          if (!settingsTable[path as keyof typeof settingsTable].file) return [path, value];
          files[`/etc/srkit/${key}/${path}`] = `${variableText(value)}\r\n`;
          return [`${path}File`, `${key}/${path}`];
        });
        return [key, Object.fromEntries(settings)];
      });
      const file = document({ ...written, registries: Object.fromEntries(moved) });
      files['/etc/srkit/config.yaml'] = stringify(escaped(file));
      const read = await reading({ SRKIT_CONFIG: '/etc/srkit/config.yaml' }, readingFrom(files));
      expect(read).toEqual(expected(written));
    }),
    runs,
  );
});

test('REGISTRIES_CONFIG says the same', async () => {
  await fc.assert(
    fc.asyncProperty(configuration, async (written) => {
      const variables = { REGISTRIES_CONFIG: JSON.stringify(document(written)) };
      expect(await reading(variables)).toEqual(expected(written));
    }),
    runs,
  );
});

test('REGISTRIES says the same, quoted in either way and percent-encoded', async () => {
  const entry = fc.record({ url, user, password: secretText });
  const ways = {
    double: (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`,
    // One that holds a single quote cannot stand between two.
    single: (value: string) => (value.includes("'") ? percentEncoded(value) : `'${value}'`),
    // Nor can digits alone: right after a host they are its port.
    encoded: (value: string) => (/^\d+$/.test(value) ? `"${value}"` : percentEncoded(value)),
  };
  // What stands before an @ right after a host could be a user.
  const withAt = {
    a: { url: 'http://a', user: '@', password: '!' },
    b: { url: 'http://b:1', user: 'x@y', password: ':@' },
  };
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, entry, { minKeys: 1, maxKeys: 4 }),
      fc.constantFrom(...Object.values(ways)),
      async (registries, quote) => {
        const list = Object.entries(registries).map(
          ([key, { url: address, user: who, password }]) =>
            `${key}:${address}:${quote(who)}:${quote(password)}`,
        );
        const read = await reading({ REGISTRIES: list.join(',') });
        const [first = ''] = Object.keys(registries);
        expect(read).toEqual(expected({ registries, default: first }));
      },
    ),
    { ...runs, examples: [[withAt, ways.double] as const, [withAt, ways.single] as const] },
  );
});

test('variables without a number say the same of one registry', async () => {
  await fc.assert(
    fc.asyncProperty(registry, async (flat) => {
      const { viewOnly: _, readOnly: __, ...one } = flat;
      const variables = Object.entries(one).map(([path, value]) => [
        settingsTable[path as keyof typeof settingsTable].variable,
        variableText(value),
      ]);
      const read = await reading(Object.fromEntries(variables));
      expect(read).toEqual(expected({ registries: { default: one }, default: 'default' }));
    }),
    runs,
  );
});

test('what is no configuration at all never ends in anything but an error of ours', async () => {
  const anyValue = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.json());
  const names = fc.constantFrom(
    'REGISTRIES',
    'REGISTRIES_CONFIG',
    'SRKIT_CONFIG',
    'SCHEMA_REGISTRY_URL',
    'SCHEMA_REGISTRY_URL_1',
    'SCHEMA_REGISTRY_HEADERS',
    'VIEWONLY',
    'SRKIT_CONTEXT',
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, anyValue), anyValue, async (variables, file) => {
      const read = await reading(variables, { readFile: () => file }).catch(
        (error: unknown) => error,
      );
      if (read instanceof Error) expect(read).toMatchObject({ name: 'RegistriesError' });
      else expect(revealed(read)).toHaveProperty('registries');
    }),
    { numRuns: 1_000 },
  );
});
