import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/read-environment.ts';
import { variables } from '../../src/config/variables.ts';

const url = 'http://localhost:8081';

describe('readEnvironment', () => {
  it('means the demo when nothing names a registry', () => {
    const config = readEnvironment({ PATH: '/bin', HOME: '/root', VIEWONLY: 'true' });
    expect(config).toEqual({ viewOnly: true, logLevel: 'info' });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a desktop bundle leaves
  it.each(['', '   ', '${user_config.anything}'])(
    'takes %j for not set, in every variable',
    (blank) => {
      const environment = Object.fromEntries(variables.map(({ name }) => [name, blank]));
      const config = readEnvironment({ ...environment, REGISTRIES: blank, SRKIT_NOPE: blank });
      expect(config).toEqual({ viewOnly: false, logLevel: 'info' });
    },
  );

  it('reads everything', () => {
    const config = readEnvironment({
      SCHEMA_REGISTRY_URL: ' https://registry.example.com/api/ ',
      SCHEMA_REGISTRY_USER: 'robot',
      SCHEMA_REGISTRY_PASSWORD: ' p w ',
      READONLY: 'Yes',
      SRKIT_CONTEXT: ':.staging:',
      SRKIT_TIMEOUT_MS: '2500',
      SRKIT_LOG_LEVEL: 'DEBUG',
    });
    expect(config).toMatchObject({
      registry: { url: 'https://registry.example.com/api', username: 'robot' },
      viewOnly: true,
      context: '.staging',
      timeoutMs: 2500,
      logLevel: 'debug',
    });
    expect(config.registry?.password?.reveal()).toBe(' p w ');
  });

  it('takes user and password out of the address', () => {
    const { registry } = readEnvironment({ SCHEMA_REGISTRY_URL: 'http://me:s%40fe@host:1' });
    expect(registry).toMatchObject({ url: 'http://host:1', username: 'me' });
    expect(registry?.password?.reveal()).toBe('s@fe');
  });

  it.each([
    ['true', true],
    ['1', true],
    ['YES', true],
    ['on', true],
    ['false', false],
    ['0', false],
    ['no', false],
    ['off', false],
  ])('reads the switch %s as %s', (written, viewOnly) => {
    expect(readEnvironment({ VIEWONLY: written })).toMatchObject({ viewOnly });
    expect(readEnvironment({ READONLY: written })).toMatchObject({ viewOnly });
  });

  it.each([
    ['SCHEMA_REGISTRY_URL', 'localhost:8081'],
    ['SCHEMA_REGISTRY_URL', 'ftp://host'],
    ['SCHEMA_REGISTRY_URL', 'http://host?x=1'],
    ['SCHEMA_REGISTRY_URL', 'http://a:1,http://b:2'],
    ['VIEWONLY', 'maybe'],
    ['READONLY', 'constructor'],
    ['SRKIT_TIMEOUT_MS', '10s'],
    ['SRKIT_TIMEOUT_MS', '0'],
    ['SRKIT_TIMEOUT_MS', '99999999999'],
    ['SRKIT_CONTEXT', 'a:b'],
    ['SRKIT_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in a sentence that names the variable', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must be .*\\.$`));
  });

  it.each([
    [{ SCHEMA_REGISTRY_USER: 'me' }, 'SCHEMA_REGISTRY_URL'],
    [{ SCHEMA_REGISTRY_PASSWORD: 'secret' }, 'SCHEMA_REGISTRY_URL'],
    [{ SCHEMA_REGISTRY_URL: url, SCHEMA_REGISTRY_USER: 'me' }, 'SCHEMA_REGISTRY_PASSWORD'],
    [{ SCHEMA_REGISTRY_URL: url, SCHEMA_REGISTRY_PASSWORD: 'secret' }, 'SCHEMA_REGISTRY_USER'],
  ])('names what is missing beside %j', (environment, missing) => {
    expect(() => readEnvironment(environment)).toThrow(missing);
  });

  it('never shows a password, whatever is wrong', () => {
    const canary = 'canary-4711';
    fc.assert(
      fc.property(
        fc.record({
          SCHEMA_REGISTRY_URL: fc.constantFrom(
            url,
            `http://u:${canary}@h`,
            `nonsense ${canary}`,
            '',
          ),
          SCHEMA_REGISTRY_USER: fc.constantFrom('me', ''),
          SRKIT_TIMEOUT_MS: fc.constantFrom('5', 'x'),
        }),
        (environment) => {
          let shown: string;
          try {
            shown = inspect(readEnvironment({ ...environment, SCHEMA_REGISTRY_PASSWORD: canary }), {
              depth: 9,
              showHidden: true,
            });
          } catch (error) {
            shown = inspect(error);
          }
          expect(shown).not.toContain(canary);
        },
      ),
    );
  });
});
