import {
  basicCredentials,
  createRegistryClient,
  type RegistryClient,
} from '@srkit/registry-client';
import { type ContextName, contextName, defaultContext } from '@srkit/registry-protocol';
import type { RegistryOfClient, RegistrySetting } from './registry-setting.ts';

/** A registry that calls can name. */
export interface OpenRegistry {
  name: string;
  /** In the default context; a call goes through `inContext`. */
  client: RegistryClient;
  /** The context that is meant where a call names none. */
  context: ContextName;
  viewOnly: boolean;
}

type AnyRegistry = RegistrySetting | RegistryOfClient;

/**
 * Makes a client for each setting.
 *
 * @param viewOnly makes every registry view-only, whatever its setting says
 */
export function openRegistries(
  [first, ...others]: readonly [AnyRegistry, ...AnyRegistry[]],
  viewOnly: boolean,
): [OpenRegistry, ...OpenRegistry[]] {
  const open = (setting: AnyRegistry): OpenRegistry => {
    const client = 'client' in setting ? setting.client : openClient(setting, viewOnly);
    return {
      name: setting.name,
      client,
      context: setting.context === undefined ? defaultContext : contextName(setting.context),
      viewOnly: viewOnly || setting.viewOnly === true || client.describe().viewOnly,
    };
  };
  return [open(first), ...others.map(open)];
}

function openClient(setting: RegistrySetting, viewOnly: boolean): RegistryClient {
  const { name, url, username, password, timeoutMs, fetch } = setting;
  const credentials =
    setting.credentials ??
    (username !== undefined && password !== undefined
      ? basicCredentials({ username, password })
      : undefined);
  return createRegistryClient({
    name,
    url,
    viewOnly: viewOnly || setting.viewOnly === true,
    // People change registries while they talk: what is the latest is asked for each time.
    cache: { latestMs: 0 },
    ...(credentials && { credentials }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(fetch && { fetch }),
  });
}
