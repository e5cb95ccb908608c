import {
  type CallToolResult,
  type McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { RegistryChoice } from '@srkit/registries';
import { completeName } from './complete-name.ts';
import { namesOfAddress } from './names-of-address.ts';
import { resourceOf } from './read-resource.ts';
import { type ResourceKind, resourceTable, variablesOf } from './resource-table.ts';

/** Of how many registries resources are listed; those of the others can be read all the same. */
const mostListed = 50;

/** What resources are read with. */
export interface ResourceSurroundings {
  registries: RegistryChoice;
  /** Ends with the server. */
  ending: AbortSignal;
  /** Calls a tool. */
  call(
    tool: string,
    written: Readonly<Record<string, unknown>>,
    context: ServerContext,
  ): Promise<CallToolResult>;
}

/** Offers what can be read at an address. Each says what a tool says, by the same code. */
export function registerResources(mcp: McpServer, surroundings: ResourceSurroundings): void {
  // The list is the same for as long as the server runs.
  mcp.server.registerCapabilities({ resources: { listChanged: false } });
  for (const kind of resourceTable) {
    if (variablesOf(kind.address).length === 0) registerOne(mcp, kind, surroundings);
    else registerTemplate(mcp, kind, surroundings);
  }
}

function registerOne(mcp: McpServer, kind: ResourceKind, { call }: ResourceSurroundings): void {
  mcp.registerResource(kind.name, kind.address, metadataOf(kind), async (address, context) =>
    resourceOf(address.href, await call(kind.tool, {}, context)),
  );
}

function registerTemplate(
  mcp: McpServer,
  kind: ResourceKind,
  { registries, ending, call }: ResourceSurroundings,
): void {
  const variables = variablesOf(kind.address);
  const complete = Object.fromEntries(
    variables.map((variable) => [
      variable,
      async (written: string, before?: { arguments?: Record<string, string> }) => {
        const registry = before?.arguments?.['registry'];
        return completeName({ kind: variable, written, registry, registries, signal: ending });
      },
    ]),
  );
  const list =
    variables.length === 1 ? () => ({ resources: listed(kind, registries.names) }) : undefined;
  mcp.registerResource(
    kind.name,
    new ResourceTemplate(kind.address, { list, complete }),
    metadataOf(kind),
    async (address, parts, context) => {
      const names = namesOfAddress(address.href, parts);
      if (names === undefined) throw new ResourceNotFoundError(address.href.slice(0, 1_000));
      return resourceOf(address.href, await call(kind.tool, names, context));
    },
  );
}

/** The resources of a kind that takes nothing but a registry. */
function listed(
  { name, title, address }: ResourceKind,
  registries: readonly string[],
): { name: string; title: string; uri: string }[] {
  return registries.slice(0, mostListed).map((registry) => ({
    name: `${name}-${registry}`,
    title: `${title} of ${registry}`,
    uri: address.replace('{registry}', encodeURIComponent(registry)),
  }));
}

function metadataOf({ title, description }: ResourceKind): {
  title: string;
  description: string;
  mimeType: string;
} {
  return { title, description, mimeType: 'application/json' };
}
