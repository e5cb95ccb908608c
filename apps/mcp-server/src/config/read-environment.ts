import {
  type ReadFile,
  type RegistriesFromVariables,
  registriesFromVariables,
} from '@srkit/registries';
import { type LogLevel, logLevels } from '../log.ts';
import { ConfigError } from './config-error.ts';
import { ownVariables } from './variables.ts';

/** What the environment says, read and checked. */
export interface EnvironmentConfig {
  /** Without a registry where no variable names one: then the demo is meant. */
  configuration: RegistriesFromVariables;
  logLevel: LogLevel;
}

/**
 * Reads the command's configuration from a record of variables. A value that is blank, or an unreplaced placeholder of a
 * desktop bundle (`${user_config.url}`), counts as not set.
 *
 * @param readFile reads what `SRKIT_CONFIG` and `…_FILE` name
 * @throws RegistriesError `invalid_configuration` with everything that is wrong with the registries; ConfigError
 */
export async function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  readFile?: ReadFile,
): Promise<EnvironmentConfig> {
  const configuration = await registriesFromVariables(environment, {
    readFile,
    program: 'srkit-mcp',
    otherVariables: ownVariables.map(({ name }) => name),
  });
  return { configuration, logLevel: readLogLevel(environment['SRKIT_LOG_LEVEL']?.trim()) };
}

function readLogLevel(value: string | undefined): LogLevel {
  if (value === undefined || value === '' || value.startsWith('${user_config.')) return 'info';
  const found = logLevels.find((name) => name === value.toLowerCase());
  if (found) return found;
  throw new ConfigError(`SRKIT_LOG_LEVEL must be one of ${logLevels.join(', ')}.`);
}
