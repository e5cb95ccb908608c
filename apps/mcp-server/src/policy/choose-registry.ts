import type { OpenRegistry } from '../registries/open-registries.ts';
import { ToolError } from '../tool-error.ts';

/**
 * Finds the registry that a call names, or the default one, which comes first.
 *
 * @throws ToolError `unknown_registry`, naming those that there are
 */
export function chooseRegistry(
  registries: readonly [OpenRegistry, ...OpenRegistry[]],
  written: unknown,
): OpenRegistry {
  if (written === undefined || written === null) return registries[0];
  const chosen = registries.find(({ name }) => name === written);
  if (chosen) return chosen;
  const names = registries.map(({ name }) => name);
  throw new ToolError(
    'unknown_registry',
    `There is no registry ${JSON.stringify(written)}. This server works with ${names.join(', ')}.`,
    { registries: names },
  );
}
