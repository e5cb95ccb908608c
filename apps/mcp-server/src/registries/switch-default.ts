import type { CallerRegistries } from '@srkit/registries';
import { ToolError } from '../tool-error.ts';

/** What a switch of the default registry comes to. */
export interface Switched {
  default_registry: string;
  previous_default: string;
  view_only: boolean;
}

/**
 * Makes another registry the caller's default.
 *
 * @throws ToolError `default_not_kept` where every request stands for itself; RegistriesError `unknown_registry`
 */
export function switchDefault(
  name: string,
  { registries, keepsDefault }: { registries: CallerRegistries; keepsDefault: boolean },
): Switched {
  const { viewOnly } = registries.get(name);
  if (!keepsDefault && name !== registries.default)
    throw new ToolError(
      'default_not_kept',
      `Over HTTP every request stands for itself, so a default cannot be kept for the next one. Name the registry in each call: registry='${name}'.`,
    );
  const previous = registries.switchDefault(name);
  return { default_registry: name, previous_default: previous, view_only: viewOnly };
}
