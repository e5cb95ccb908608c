import type { RegistryChoice } from '../registry-choice.ts';
import { type CheckOptions, checkRegistry } from './check-registry.ts';
import type { RegistryHealth } from './registry-health.ts';

/**
 * Checks all registries at the same time, each within its own bound: one that is down delays no other, and all of them take no
 * longer than one.
 *
 * @returns one answer for each, in the order of their names
 * @throws RegistriesError `closed`; the reason of the signal when the caller aborts
 */
export async function checkRegistries(
  registries: RegistryChoice,
  options: CheckOptions = {},
): Promise<RegistryHealth[]> {
  return Promise.all(
    registries.names.map(async (name) => checkRegistry(registries.get(name), options)),
  );
}
