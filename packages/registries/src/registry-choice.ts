import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName } from '@srkit/registry-protocol';
import { nearestName } from './nearest-name.ts';
import { RegistriesError } from './registries-error.ts';

/** One of several registries. */
export interface Registry {
  /** What calls name it by. */
  readonly name: string;
  /** In the registry's own context; `client.inContext('.')` is in the default one. Made when it is first asked for. */
  readonly client: RegistryClient;
  /** The same without repeats, memory and budget: what it is asked is asked once, now. The `client`, where that was handed in. */
  readonly direct: RegistryClient;
  /** The context that is meant where a call names none. */
  readonly context: ContextName;
  /** Whether its client refuses every write before it is sent. */
  readonly viewOnly: boolean;
  /** The same as `viewOnly`, by the other of its two names. */
  readonly readOnly: boolean;
  readonly description: string | undefined;
  /** An answer that takes longer than this counts as degraded, in milliseconds. */
  readonly slowMs: number;
}

/** A choice of registries. */
export interface RegistryChoice {
  /** In the order in which they were configured. */
  readonly names: readonly string[];
  /** The registry that is meant where a call names none. */
  readonly default: string;
  /**
   * Finds a registry.
   *
   * @param name @default the default registry
   * @throws RegistriesError `unknown_registry` with the names that there are; `closed`
   */
  get(name?: string): Registry;
}

/** A choice with a default of its own, for one caller. */
export interface CallerRegistries extends RegistryChoice {
  /**
   * Makes another registry the default of this caller; everybody else keeps theirs.
   *
   * @returns the one that it was before
   * @throws RegistriesError `unknown_registry`
   */
  switchDefault(name: string): string;
}

/** The same registries with a default that can be switched without anybody else seeing it. */
export function choiceForCaller(shared: RegistryChoice): CallerRegistries {
  let chosen = shared.default;
  return {
    names: shared.names,
    get default() {
      return chosen;
    },
    get: (name = chosen) => shared.get(name),
    switchDefault(name) {
      const before = chosen;
      chosen = shared.get(name).name;
      return before;
    },
  };
}

/** The error for a name that no registry has. */
export function unknownRegistry(name: string, names: readonly string[]): RegistriesError {
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  const shown = JSON.stringify(name.length > 100 ? `${name.slice(0, 100)}…` : name);
  return new RegistriesError({
    code: 'unknown_registry',
    message: `There is no registry ${shown}.${hint} There are ${names.join(', ')}.`,
    names,
    nearest,
  });
}
