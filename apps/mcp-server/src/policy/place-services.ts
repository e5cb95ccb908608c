import { type ContextName, defaultContext, everyContext } from '@srkit/registry-protocol';
import type { OpenRegistry } from '../registries/open-registries.ts';
import type { NotRegistered } from '../server-options.ts';
import type { Place, Services } from '../tools/define-tool.ts';
import { chooseRegistry } from './choose-registry.ts';
import { oneContext, readContext, resolveSubject } from './resolve-place.ts';

/** A call that knows what it is about. */
export interface PlacedCall {
  /** The tool's own arguments; a qualified subject has become a bare one. */
  input: Record<string, unknown>;
  services: Services;
  /** What the answer repeats: where it was, so that it can be read on its own. */
  echo: Record<string, unknown>;
}

/** What is the same for every call. */
interface Surroundings {
  registries: readonly [OpenRegistry, ...OpenRegistry[]];
  notRegistered(): readonly NotRegistered[];
  budget: number;
}

/** Reads `registry`, `context` and the context that a subject carries, and hands a tool the client for that place. */
export function placeServices(
  place: Place,
  { registry: writtenRegistry, context: writtenContext, ...input }: Record<string, unknown>,
  { registries, notRegistered, budget }: Surroundings,
): PlacedCall {
  const registry = chooseRegistry(registries, writtenRegistry);
  const context = typeof writtenContext === 'string' ? writtenContext : undefined;
  const found = findPlace(place, input, context, registry.context);
  const echo = {
    ...(registries.length > 1 && { registry: registry.name }),
    ...(place !== 'registry' && { context: found.context }),
    ...found.named,
  };
  const services: Services = {
    client: inContext(registry, found.context),
    context: found.context,
    at(other) {
      const there =
        other.registry === undefined ? registry : chooseRegistry(registries, other.registry);
      const resolved = resolveSubject(other.subject, other.context, there.context);
      return { client: inContext(there, resolved.context), ...resolved };
    },
    notRegistered,
    budget,
  };
  return { input: { ...input, ...found.named }, services, echo };
}

function findPlace(
  place: Place,
  input: Readonly<Record<string, unknown>>,
  context: string | undefined,
  fallback: ContextName,
): { context: ContextName; named?: Record<string, string> } {
  switch (place) {
    case 'registry':
      return { context: everyContext };
    case 'every_context': {
      const unnamed = fallback === defaultContext ? everyContext : fallback;
      return { context: context === undefined ? unnamed : readContext(context) };
    }
    case 'context':
      return { context: context === undefined ? fallback : oneContext(context) };
    default: {
      // A subject that a tool does not insist on.
      if (input[place] === undefined) return findPlace('context', input, context, fallback);
      const resolved = resolveSubject(String(input[place]), context, fallback);
      return { context: resolved.context, named: { [place]: resolved.subject } };
    }
  }
}

function inContext(registry: OpenRegistry, context: ContextName): Services['client'] {
  // A client of the default context lists every one where no prefix says otherwise.
  return context === everyContext ? registry.client : registry.client.inContext(context);
}
