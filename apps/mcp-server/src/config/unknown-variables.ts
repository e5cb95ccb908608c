import { nearestName } from '../nearest-name.ts';
import { ConfigError } from './config-error.ts';
import { variables } from './variables.ts';

const known: ReadonlySet<string> = new Set(variables.map(({ name }) => name));
// VIEW_ONLY and READ_ONLY too: who writes them and is not told believes that nothing can be changed.
const ours = /^(?:SCHEMA_REGISTRY_|REGISTRIES|SRKIT_|VIEW_ONLY$|READ_ONLY$)/i;
const later = /^(?:REGISTRIES(?:_.*)?|SRKIT_CONFIG|SCHEMA_REGISTRY_\w+_\d+)$/i;

/**
 * Refuses variables that look like ours and are none: a setting that is silently ignored is found out too late.
 *
 * @param names variables that are set and not blank
 * @throws ConfigError naming the variable and the one that was probably meant
 */
export function refuseUnknownVariables(names: readonly string[]): void {
  for (const name of names) {
    if (known.has(name) || !ours.test(name)) continue;
    if (later.test(name)) {
      throw new ConfigError(
        `${name} is for several registries, which a later release brings. Set SCHEMA_REGISTRY_URL for one registry, and unset ${name}.`,
      );
    }
    const nearest = nearestName(name, [...known]);
    throw new ConfigError(
      nearest
        ? `${name} is not a variable of srkit-mcp. Did you mean ${nearest}?`
        : `${name} is not a variable of srkit-mcp. It knows ${[...known].join(', ')}.`,
    );
  }
}
