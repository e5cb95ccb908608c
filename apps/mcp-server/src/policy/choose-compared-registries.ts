import type { RegistryChoice } from '@srkit/registries';
import { ToolError } from '../tool-error.ts';

/** Names of the registries that a comparison is about. */
export interface ComparedRegistries {
  source: string;
  target: string;
}

/**
 * Finds the two registries that a call compares. Where there are two in all, one name says both, and none means the caller's
 * default and the other one; where there is only one, it is compared with itself: two of its contexts can be.
 *
 * @param written the arguments as they came
 * @throws RegistriesError `unknown_registry`; ToolError `invalid_arguments` where the other one is not clear
 */
export function chooseComparedRegistries(
  registries: RegistryChoice,
  written: Readonly<Record<string, unknown>>,
): ComparedRegistries {
  const [source, target] = [written['source'], written['target']].map((name) =>
    name === undefined || name === null ? undefined : registries.get(String(name)).name,
  );
  if (source !== undefined && target !== undefined) return { source, target };
  if (target !== undefined) return { source: otherThan(target, registries, 'source'), target };
  const from = source ?? registries.get().name;
  return { source: from, target: otherThan(from, registries, 'target') };
}

/** The default, or else the only other one. */
function otherThan(name: string, registries: RegistryChoice, missing: 'source' | 'target'): string {
  const fallback = registries.get().name;
  if (missing === 'source' && fallback !== name) return fallback;
  const others = registries.names.filter((other) => other !== name);
  if (others.length > 1) {
    throw new ToolError(
      'invalid_arguments',
      `'${missing}' is missing: which registry is ${name} compared with? There are ${others.join(', ')}.`,
    );
  }
  return others[0] ?? name;
}
