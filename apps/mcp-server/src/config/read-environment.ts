import { contextName, isProtocolError, type Secret, secret } from '@srkit/registry-protocol';
import { type LogLevel, logLevels } from '../log.ts';
import { ConfigError } from './config-error.ts';
import { refuseUnknownVariables } from './unknown-variables.ts';
import type { VariableName } from './variables.ts';

/** What the environment says, read and checked. */
export interface EnvironmentConfig {
  /** Absent: no variable names a registry, so the demo is meant. */
  registry?: { url: string; username?: string; password?: Secret };
  viewOnly: boolean;
  timeoutMs?: number;
  context?: string;
  logLevel: LogLevel;
}

/** Longest time that a timer of Node can wait. */
const longestTimeoutMs = 2_147_483_647;

/**
 * Reads the command's configuration from a record of variables. A value that is blank, or an unreplaced placeholder of a
 * desktop bundle (`${user_config.url}`), counts as not set.
 *
 * @throws ConfigError for a value that cannot be used, and for a variable that looks like one of ours but is none
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentConfig {
  const set = Object.entries(environment).filter(([, value]) => isSet(value));
  refuseUnknownVariables(set.map(([name]) => name));
  const read = (name: VariableName): string | undefined => {
    const value = environment[name]?.trim();
    return isSet(value) ? value : undefined;
  };

  const config: EnvironmentConfig = {
    viewOnly: readSwitch('VIEWONLY', read('VIEWONLY')) || readSwitch('READONLY', read('READONLY')),
    logLevel: readLogLevel(read('SRKIT_LOG_LEVEL')),
  };
  const registry = readRegistry(environment, read);
  const timeoutMs = readTimeout(read('SRKIT_TIMEOUT_MS'));
  const context = readContext(read('SRKIT_CONTEXT'));
  if (registry) config.registry = registry;
  if (timeoutMs !== undefined) config.timeoutMs = timeoutMs;
  if (context !== undefined) config.context = context;
  return config;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '' && !/^\$\{user_config\./.test(value.trim());
}

type ReadValue = (name: VariableName) => string | undefined;

function readRegistry(
  environment: Readonly<Record<string, string | undefined>>,
  read: ReadValue,
): EnvironmentConfig['registry'] {
  const address = read('SCHEMA_REGISTRY_URL');
  const user = read('SCHEMA_REGISTRY_USER');
  // Not trimmed: white space can be part of a password.
  const password = isSet(environment['SCHEMA_REGISTRY_PASSWORD'])
    ? secret(environment['SCHEMA_REGISTRY_PASSWORD'])
    : undefined;
  if (address === undefined) {
    if (user === undefined && password === undefined) return undefined;
    const given = user === undefined ? 'SCHEMA_REGISTRY_PASSWORD' : 'SCHEMA_REGISTRY_USER';
    throw new ConfigError(`${given} is set, but SCHEMA_REGISTRY_URL is not. Set it too.`);
  }
  const { url, ...inUrl } = readUrl(address);
  const username = user ?? inUrl.username;
  const credentials = { username, password: password ?? inUrl.password };
  if ((credentials.username === undefined) !== (credentials.password === undefined)) {
    const [given, missing] =
      credentials.username === undefined ? ['PASSWORD', 'USER'] : ['USER', 'PASSWORD'];
    throw new ConfigError(
      `SCHEMA_REGISTRY_${given} is set, but SCHEMA_REGISTRY_${missing} is not. Set both, or neither.`,
    );
  }
  if (credentials.username === undefined || credentials.password === undefined) return { url };
  return { url, username: credentials.username, password: credentials.password };
}

/** Takes user and password out of the address, so that it can be shown. */
function readUrl(written: string): { url: string; username?: string; password?: Secret } {
  const expected = 'SCHEMA_REGISTRY_URL must be one address like http://localhost:8081.';
  if (/,\s*https?:/i.test(written)) {
    throw new ConfigError(`${expected} Several addresses come with a later release.`);
  }
  if (!URL.canParse(written)) throw new ConfigError(expected);
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new ConfigError(expected);
  if (url.search !== '' || url.hash !== '') {
    throw new ConfigError(`${expected} It takes no query and no fragment.`);
  }
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const address = url.href.replace(/\/+$/, '');
  if (username === '' && password === '') return { url: address };
  return {
    url: address,
    username: decode(username),
    password: secret(decode(password)),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on'].map((word): [string, boolean] => [word, true]),
  ...['false', '0', 'no', 'off'].map((word): [string, boolean] => [word, false]),
]);

function readSwitch(name: VariableName, value: string | undefined): boolean {
  if (value === undefined) return false;
  const found = switches.get(value.toLowerCase());
  if (found !== undefined) return found;
  throw new ConfigError(`${name} must be true or false (also 1, yes, on, 0, no, off).`);
}

function readTimeout(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = Number(value);
  if (/^\d+$/.test(value) && milliseconds >= 1 && milliseconds <= longestTimeoutMs) {
    return milliseconds;
  }
  throw new ConfigError(
    `SRKIT_TIMEOUT_MS must be a whole number of milliseconds from 1 to ${longestTimeoutMs}.`,
  );
}

function readContext(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    return contextName(value);
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    throw new ConfigError(`SRKIT_CONTEXT must be the name of a context. ${error.message}`);
  }
}

function readLogLevel(value: string | undefined): LogLevel {
  const level = value?.toLowerCase() ?? 'info';
  const found = logLevels.find((name) => name === level);
  if (found) return found;
  throw new ConfigError(`SRKIT_LOG_LEVEL must be one of ${logLevels.join(', ')}.`);
}
