import type { Registry, RegistryChoice } from '@srkit/registries';

/**
 * Finds the registry that a call names, or the caller's default one.
 *
 * @param written the argument as it came; null is one that is not given
 * @throws RegistriesError `unknown_registry`, naming those that there are
 */
export function chooseRegistry(registries: RegistryChoice, written: unknown): Registry {
  if (written === undefined || written === null) return registries.get();
  return registries.get(String(written));
}
