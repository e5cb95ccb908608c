import type { Registry, RegistryChoice } from '@srkit/registries';

/** What is known of a registry without asking it. */
export interface RegistryFacts {
  name: string;
  is_default: boolean;
  /** Without user and password; none where its settings cannot be used. */
  urls: string[];
  view_only: boolean;
  context: string;
  description?: string | undefined;
}

/** Describes a registry as it is configured. Nothing is sent. */
export function describeRegistry(registry: Registry, registries: RegistryChoice): RegistryFacts {
  const { name, viewOnly, context, description } = registry;
  return {
    name,
    is_default: name === registries.default,
    urls: urlsOf(registry),
    view_only: viewOnly,
    context,
    description,
  };
}

function urlsOf(registry: Registry): string[] {
  try {
    return [...registry.client.describe().urls];
  } catch {
    // Certificates and keys are only read when a client is made. What is wrong with them a check of the registry says.
    return [];
  }
}
