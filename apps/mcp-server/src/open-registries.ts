import {
  createRegistries,
  type Registries,
  type RegistriesConfiguration,
  type RegistriesOptions,
} from '@srkit/registries';
import type { SrkitServerOptions } from './server-options.ts';

/** The registries of a server. */
export interface OpenRegistries {
  registries: Registries;
  /** Ends their connections, unless somebody else opened them. */
  close(): Promise<void>;
}

/**
 * Opens the registries that a server is to work with, or takes those that are open.
 *
 * @throws RegistriesError `invalid_configuration`; TypeError for settings that come too late for registries that are open
 */
export function openRegistries(options: SrkitServerOptions): OpenRegistries {
  const { registries, default: chosen, viewOnly, readOnly, context, timeoutMs } = options;
  const { transport, oauthCredentials, client } = options;
  const general: Omit<RegistriesConfiguration, 'registries'> = {
    default: chosen,
    viewOnly,
    readOnly,
    context,
    timeoutMs,
  };
  const means: RegistriesOptions = { transport, oauthCredentials, client };
  if (isOpen(registries)) {
    const late = Object.entries({ ...general, ...means }).find(([, value]) => value !== undefined);
    if (late === undefined) return { registries, close: async () => {} };
    throw new TypeError(
      `The registries are open already: '${late[0]}' belongs to the call of createRegistries that made them.`,
    );
  }
  const opened = createRegistries(
    { registries, ...general },
    // People change registries while they talk: what is the latest is asked for each time.
    { ...means, client: { cache: { latestMs: 0 }, ...client } },
  );
  return { registries: opened, close: async () => opened.close() };
}

function isOpen(registries: SrkitServerOptions['registries']): registries is Registries {
  return typeof registries['forCaller'] === 'function';
}
