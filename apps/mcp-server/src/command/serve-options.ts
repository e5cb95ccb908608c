import type { RegistriesConfiguration, RegistriesOptions } from '@srkit/registries';
import { demoRegistry } from '../demo/demo-registry.ts';
import type { Log } from '../log.ts';
import type { SrkitServerOptions } from '../server-options.ts';
import { transportOnFirstUse } from './transport-on-first-use.ts';

/**
 * Makes the server's settings from command line and environment: the registries that are configured, or the demo where it is
 * asked for or nothing is configured.
 */
export async function serveOptions(
  { demo: demoAsked, folder }: { demo: boolean; folder?: string },
  configuration: RegistriesConfiguration,
  log: Log,
): Promise<SrkitServerOptions> {
  if (demoAsked || Object.keys(configuration.registries).length === 0) {
    const { setting, demo } = demoRegistry(folder, log);
    const { viewOnly, readOnly, context } = configuration;
    return { registries: { demo: setting }, viewOnly, readOnly, context, demo, log };
  }
  const { registries, default: chosen, viewOnly, readOnly, context, timeoutMs } = configuration;
  return {
    registries,
    default: chosen,
    viewOnly,
    readOnly,
    context,
    timeoutMs,
    transport: transportOnFirstUse,
    oauthCredentials: await oauthFor(configuration),
    log,
  };
}

/** What gets tokens: loaded only where a registry needs one. */
async function oauthFor({
  registries,
}: RegistriesConfiguration): Promise<RegistriesOptions['oauthCredentials']> {
  const isNeeded = Object.values(registries).some(
    (settings) => 'oauth' in settings && settings.oauth !== undefined,
  );
  if (!isNeeded) return undefined;
  const { oauthClientCredentials } = await import('@srkit/auth/outbound');
  return oauthClientCredentials;
}
