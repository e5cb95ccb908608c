import {
  createEmbeddedRegistry,
  type EmbeddedRegistry,
  type EmbeddedRegistryOptions,
} from '../create-embedded-registry.ts';
import type { RegistrySnapshot } from '../state/snapshot.ts';
import { adminExposure } from './admin-exposure.ts';
import { type ListenOptions, listen } from './listen.ts';

/** Choices for a registry that listens; each has a sensible default. */
export interface StartOptions extends EmbeddedRegistryOptions, ListenOptions {
  /**
   * What it holds at first.
   *
   * @default nothing, or what its log holds
   */
  snapshot?: RegistrySnapshot;
}

/** A registry that answers on a socket. */
export interface StartedRegistry extends EmbeddedRegistry {
  /** For example `http://127.0.0.1:40123`; `https:` over TLS. */
  readonly url: string;
  readonly port: number;
  /** Puts everything back to how it started, faults too; or into the state of a snapshot. */
  reset(snapshot?: RegistrySnapshot): Promise<void>;
  /** Ends it: requests under way are answered, all other connections are cut. */
  stop(): Promise<void>;
}

/**
 * Creates a registry and lets it listen, on a free port of loopback unless it is told otherwise.
 *
 * @throws RangeError for options that are none; the system's error when the address cannot be bound
 *
 * @example
 * const registry = await start();
 * console.log(await (await fetch(`${registry.url}/subjects`)).json()); // []
 * await registry.stop();
 */
export async function start(options: StartOptions = {}): Promise<StartedRegistry> {
  const { snapshot, faults = [], admin, host, credentials, bearerTokens } = options;
  const hasAccess = credentials !== undefined || bearerTokens !== undefined;
  const exposure = adminExposure({ ...(admin && { admin }), ...(host && { host }), hasAccess });
  if (exposure !== undefined) throw new RangeError(exposure);
  const registry = createEmbeddedRegistry(options);
  if (snapshot) await registry.reset(snapshot);
  const beginning = registry.snapshot();
  const { url, port, close } = await listen(registry, options);
  return {
    ...registry,
    url,
    port,
    async reset(wanted = beginning) {
      registry.faults.set(faults);
      await registry.reset(wanted);
    },
    stop: close,
  };
}
