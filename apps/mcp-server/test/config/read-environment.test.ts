import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/read-environment.ts';
import { variables } from '../../src/config/variables.ts';

const url = 'http://localhost:8081';

describe('readEnvironment', () => {
  it('means the demo when nothing names a registry', async () => {
    const config = await readEnvironment({ PATH: '/bin', HOME: '/root', VIEWONLY: 'true' });
    expect(config).toEqual({
      configuration: { registries: {}, viewOnly: true, warnings: [] },
      logLevel: 'info',
    });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a desktop bundle leaves
  it.each(['', '   ', '${user_config.anything}'])(
    'takes %j for not set, in every variable',
    async (blank) => {
      const environment = Object.fromEntries(variables.map(({ name }) => [name, blank]));
      const config = await readEnvironment({ ...environment, SRKIT_NOPE: blank });
      expect(config).toEqual({
        configuration: { registries: {}, warnings: [] },
        logLevel: 'info',
      });
    },
  );

  it('reads one registry and everything about all', async () => {
    const { configuration, logLevel } = await readEnvironment({
      SCHEMA_REGISTRY_URL: ' https://registry.example.com/api/ ',
      SCHEMA_REGISTRY_USER: 'robot',
      SCHEMA_REGISTRY_PASSWORD: ' p w ',
      READONLY: 'Yes',
      SRKIT_CONTEXT: ':.staging:',
      SRKIT_TIMEOUT_MS: '2500',
      SRKIT_LOG_LEVEL: 'DEBUG',
    });
    expect(configuration).toMatchObject({
      registries: { default: { url: 'https://registry.example.com/api', user: 'robot' } },
      readOnly: true,
      context: '.staging',
      timeoutMs: 2500,
    });
    expect(logLevel).toBe('debug');
  });

  it('reads several registries, also from a file that it is given a way to read', async () => {
    const file = 'registries:\n  prod:\n    url: https://prod\n    viewOnly: true\n';
    const { configuration } = await readEnvironment(
      {
        SCHEMA_REGISTRY_NAME_1: 'dev',
        SCHEMA_REGISTRY_URL_1: url,
        SRKIT_CONFIG: '/etc/srkit.yaml',
        SRKIT_DEFAULT_REGISTRY: 'prod',
      },
      async () => file,
    );
    expect(configuration).toMatchObject({
      registries: { dev: { url }, prod: { url: 'https://prod', viewOnly: true } },
      default: 'prod',
    });
  });

  it.each([
    [
      { SCHEMA_REGISTRY_ULR: url },
      'is not a variable of srkit-mcp. Did you mean SCHEMA_REGISTRY_URL?',
    ],
    [{ SRKIT_LOG_LEVL: 'info' }, 'Did you mean SRKIT_LOG_LEVEL?'],
    [
      { SRKIT_LOG_LEVEL: 'loud' },
      'SRKIT_LOG_LEVEL must be one of silent, error, warn, info, debug.',
    ],
    [{ VIEWONLY: 'maybe' }, 'VIEWONLY must be'],
    [{ SCHEMA_REGISTRY_URL: 'ftp://host' }, 'SCHEMA_REGISTRY_URL must be'],
    [{ SCHEMA_REGISTRY_USER: 'me' }, 'SCHEMA_REGISTRY_URL'],
    [{ REGISTRIES: 'dev' }, 'REGISTRIES'],
    [{ SRKIT_CONFIG: 'nowhere.yaml' }, 'SRKIT_CONFIG=nowhere.yaml names a file'],
  ])('refuses %j in a sentence', async (environment, said) => {
    await expect(readEnvironment(environment)).rejects.toThrow(said);
  });

  it('never shows a password, whatever is wrong', async () => {
    const canary = 'canary-4711';
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          SCHEMA_REGISTRY_URL: fc.constantFrom(
            url,
            `http://u:${canary}@h`,
            `nonsense ${canary}`,
            '',
          ),
          SCHEMA_REGISTRY_USER: fc.constantFrom('me', ''),
          SRKIT_TIMEOUT_MS: fc.constantFrom('5', 'x'),
          SRKIT_LOG_LEVEL: fc.constantFrom('info', canary),
        }),
        async (environment) => {
          const config = readEnvironment({ ...environment, SCHEMA_REGISTRY_PASSWORD: canary });
          const shown = inspect(await config.catch((error: unknown) => error), {
            depth: 9,
            showHidden: true,
          });
          expect(shown).not.toContain(canary);
        },
      ),
    );
  });
});
