import type { OpenOptions } from './open-registry.ts';
import type { Mistake } from './registries-error.ts';
import type { RegistriesConfiguration } from './settings/registry-settings.ts';

/** Complains of settings that need something which was not handed in. */
export function requireMeans(
  { registries }: RegistriesConfiguration,
  { oauthCredentials, transport }: OpenOptions,
): Mistake[] {
  const mistakes: Mistake[] = [];
  const complain = (place: string, needs: string): void => {
    mistakes.push({ place, message: `${place} ${needs}` });
  };
  for (const [name, settings] of Object.entries(registries)) {
    if ('client' in settings) continue;
    const { oauth, tls, proxy, connectTimeoutMs } = settings;
    if (oauth !== undefined && oauthCredentials === undefined)
      complain(
        `registries.${name}.oauth`,
        'asks for OAuth, and nothing that gets tokens was handed in. Pass createRegistries the option oauthCredentials: oauthClientCredentials of @srkit/auth/outbound.',
      );
    if (transport !== undefined) continue;
    for (const [setting, value] of Object.entries({ tls, proxy, connectTimeoutMs }))
      if (value !== undefined)
        complain(
          `registries.${name}.${setting}`,
          'needs connections with settings of their own, and nothing that makes them was handed in. Pass createRegistries the option transport: createTransport of @srkit/registry-client/transport.',
        );
  }
  return mistakes;
}
