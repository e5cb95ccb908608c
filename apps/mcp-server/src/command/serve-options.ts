import type { EnvironmentConfig } from '../config/read-environment.ts';
import { demoRegistry } from '../demo/demo-registry.ts';
import type { Log } from '../log.ts';
import type { SrkitServerOptions } from '../server-options.ts';

/**
 * Makes the server's settings from command line and environment: the registry that is configured, or the demo where it is
 * asked for or nothing is configured.
 */
export function serveOptions(
  { demo: demoAsked, folder }: { demo: boolean; folder?: string },
  { registry, context, timeoutMs, viewOnly }: EnvironmentConfig,
  log: Log,
): SrkitServerOptions {
  if (demoAsked || !registry) {
    const { setting, demo } = demoRegistry(folder, log);
    return { registries: [{ ...setting, ...(context && { context }) }], viewOnly, demo, log };
  }
  const setting = {
    name: 'default',
    ...registry,
    ...(context && { context }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
  return { registries: [setting], viewOnly, log };
}
