import { onTestFinished } from 'vitest';
import type { EmbeddedRegistry, EmbeddedRegistryOptions } from '../src/index.ts';
import { type ListenOptions, start } from '../src/node/index.ts';

/** A registry and the two ways to ask it: in this process, and over a socket. */
export interface TwoWays {
  registry: EmbeddedRegistry;
  /** Asks by path. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  url: string;
}

/** How a registry is asked. */
export const ways = ['fetch', 'socket'] as const;

/** A registry that is asked in one of the two ways; it ends with the test. */
export async function aServer(
  way: (typeof ways)[number],
  options: EmbeddedRegistryOptions & ListenOptions = {},
): Promise<TwoWays> {
  const registry = await start(options);
  onTestFinished(() => registry.stop());
  const { url } = registry;
  const fetch = way === 'fetch' ? registry.fetch : globalThis.fetch;
  return { registry, url, ask: (path, init) => fetch(`${url}${path}`, init) };
}

/** A request that registers a schema. */
export function registering(schema: string): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema }),
  };
}
