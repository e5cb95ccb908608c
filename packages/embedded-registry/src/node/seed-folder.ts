import type { EmbeddedRegistry } from '../create-embedded-registry.ts';
import type { SeedOptions, SeedOutcome } from '../seed/seed-files.ts';
import { readFolder } from './read-folder.ts';

/**
 * Registers every schema file below a folder, what is referred to first. Neither credentials nor faults are in the way.
 *
 * @returns one outcome for each file, in the order in which they were tried
 * @throws the system's error when the folder cannot be read, ProtocolError `invalid_context_name`
 */
export async function seedFolder(
  registry: Pick<EmbeddedRegistry, 'seed'>,
  folder: string,
  options: SeedOptions = {},
): Promise<SeedOutcome[]> {
  return registry.seed(await readFolder(folder), options);
}
