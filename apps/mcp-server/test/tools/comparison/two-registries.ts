import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { createRegistryClient, type RegistryClient } from '@srkit/registry-client';
import { type Connected, connect } from '../../connect.ts';

/** A server with two registries, `staging` (the default) and `production`, and a client of each. */
export interface TwoRegistries extends Connected {
  staging: RegistryClient;
  production: RegistryClient;
  /** The address of every request of the server. */
  requests: string[];
}

/** Connects a client to a server with two empty registries. */
export async function connectToTwo(): Promise<TwoRegistries> {
  const fetches = {
    staging: createEmbeddedRegistry({ compatibilityLevel: 'NONE' }).fetch,
    production: createEmbeddedRegistry({ compatibilityLevel: 'NONE' }).fetch,
  };
  const requests: string[] = [];
  const settings = (name: keyof typeof fetches) => ({
    url: `http://${name}.test`,
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      requests.push(input instanceof Request ? input.url : String(input));
      return fetches[name](input, init);
    },
  });
  const registries = { staging: settings('staging'), production: settings('production') };
  const client = (name: keyof typeof fetches): RegistryClient =>
    createRegistryClient({ url: `http://${name}.test`, fetch: fetches[name], cache: false });
  const connected = await connect({ registries });
  return {
    ...connected,
    requests,
    staging: client('staging'),
    production: client('production'),
  };
}
