import type { CallerRegistries, Registry } from '@srkit/registries';
import { type ContextName, defaultContext, everyContext } from '@srkit/registry-protocol';
import { sidesOf } from '../comparing-registries/read-sides.ts';
import type { NotRegistered } from '../server-options.ts';
import type { CallerTasks } from '../tasks/caller-tasks.ts';
import { hasContext, hasRegistry, type Place, type Services } from '../tools/define-tool.ts';
import { chooseComparedRegistries } from './choose-compared-registries.ts';
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
  registries: CallerRegistries;
  keepsDefault: boolean;
  notRegistered(): readonly NotRegistered[];
  budget: number;
  tasks: CallerTasks;
}

/** Reads `registry`, `context` and the context that a subject carries, and hands a tool the client for that place. */
export function placeServices(
  place: Place,
  { registry: writtenRegistry, context: writtenContext, ...input }: Record<string, unknown>,
  surroundings: Surroundings,
): PlacedCall {
  const { registries } = surroundings;
  const registry = chooseRegistry(registries, writtenRegistry);
  const context = typeof writtenContext === 'string' ? writtenContext : undefined;
  const found =
    place === 'registries'
      ? { context: everyContext, named: { ...chooseComparedRegistries(registries, input) } }
      : findPlace(place, input, context, registry.context);
  const echo = {
    ...(hasRegistry(place) && registries.names.length > 1 && { registry: registry.name }),
    ...(hasContext(place) && { context: found.context }),
    ...found.named,
  };
  const services: Services = {
    ...surroundings,
    // Made when it is asked for: of settings that cannot be used none can be made, and not every tool needs one.
    get client() {
      return inContext(registry, found.context);
    },
    compared(contexts) {
      const { source, target } = chooseComparedRegistries(registries, input);
      return sidesOf({ source: registries.get(source), target: registries.get(target) }, contexts);
    },
    registry,
    context: found.context,
    at(other) {
      const there =
        other.registry === undefined ? registry : chooseRegistry(registries, other.registry);
      const resolved = resolveSubject(other.subject, other.context, there.context);
      return { client: inContext(there, resolved.context), ...resolved };
    },
  };
  // What a place does not read of a call is an argument of the tool's own.
  const own = {
    ...(place === 'server' && { registry: writtenRegistry }),
    ...(!hasContext(place) && context !== undefined && { context }),
  };
  return { input: { ...input, ...own, ...found.named }, services, echo };
}

function findPlace(
  place: Place,
  input: Readonly<Record<string, unknown>>,
  context: string | undefined,
  fallback: ContextName,
): { context: ContextName; named?: Record<string, string> } {
  switch (place) {
    case 'server':
    case 'registry':
    case 'registries':
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

function inContext(registry: Registry, context: ContextName): Services['client'] {
  // A client of the default context lists every one where no prefix says otherwise.
  return registry.client.inContext(context === everyContext ? defaultContext : context);
}
