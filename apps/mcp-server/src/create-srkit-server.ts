import { McpServer } from '@modelcontextprotocol/server';
import { contextName } from '@srkit/registry-protocol';
import { instructions } from './instructions.ts';
import type { RegistryOfClient, RegistrySetting } from './registries/registry-setting.ts';
import type { SrkitServerOptions } from './server-options.ts';
import { createToolset, type Toolset } from './toolset.ts';
import { version } from './version.ts';

/** Serves MCP clients; see {@link createSrkitServer}. */
export interface SrkitServer {
  /**
   * Makes the MCP server for one connection (stdio) or one request (HTTP). All of them share the registries.
   * Resources and prompts of your own can be added to it; tools cannot.
   */
  createMcpServer(): McpServer;
  /** Ends every call that is still under way. */
  close(): void;
}

/**
 * Makes the server from plain settings. It reads no environment, no argument and no file, so that another service can mount it.
 *
 * @example
 * ```ts
 * import { createMcpHandler } from '@modelcontextprotocol/server';
 * import { createSrkitServer } from '@srkit/mcp-server';
 *
 * const srkit = createSrkitServer({
 *   registries: [{ name: 'production', url: 'http://localhost:8081', viewOnly: true }],
 * });
 * const mcp = createMcpHandler(() => srkit.createMcpServer());
 * // mcp.fetch(request) answers a web-standard Request; over stdio: serveStdio(() => srkit.createMcpServer())
 * ```
 *
 * @throws TypeError for settings that cannot be used: no registry, a name twice, an unknown default, a URL that is none
 * @throws ProtocolError `invalid_context_name`
 */
export function createSrkitServer(options: SrkitServerOptions): SrkitServer {
  const settings = orderedSettings(options);
  const ending = new AbortController();
  // Made when it is first asked for, after the connection stands; what reads schemas is loaded later still.
  let made: Toolset | undefined;
  const toolset = (): Toolset => {
    made ??= createToolset({ ...options, registries: settings });
    return made;
  };
  return {
    createMcpServer() {
      const mcp = new McpServer(
        { name: 'srkit', title: 'Schema Registry', version },
        { instructions: instructions({ ...options, registries: settings }) },
      );
      // The list is the same for as long as the server runs, whatever is called.
      mcp.server.registerCapabilities({ tools: { listChanged: false } });
      mcp.server.setRequestHandler('tools/list', async () => ({ tools: toolset().list }));
      mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
        const signal = AbortSignal.any([context.mcpReq.signal, ending.signal]);
        return toolset().call(params.name, params.arguments ?? {}, signal);
      });
      return mcp;
    },
    close: () => ending.abort(),
  };
}

/** The settings, checked, with the default registry first. */
function orderedSettings({
  registries,
  defaultRegistry,
}: SrkitServerOptions): [
  RegistrySetting | RegistryOfClient,
  ...(RegistrySetting | RegistryOfClient)[],
] {
  const names = registries.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new TypeError(`Two registries have the name '${repeated}'.`);
  for (const setting of registries) checkSetting(setting);
  const first = registries.find(({ name }) => name === (defaultRegistry ?? names[0]));
  if (first) return [first, ...registries.filter((setting) => setting !== first)];
  throw new TypeError(
    registries.length === 0
      ? 'createSrkitServer needs at least one registry.'
      : `There is no registry '${defaultRegistry}' to be the default. There are ${names.join(', ')}.`,
  );
}

function checkSetting(setting: RegistrySetting | RegistryOfClient): void {
  if (setting.name === '') throw new TypeError('Every registry needs a name.');
  if (setting.context !== undefined) contextName(setting.context);
  if ('client' in setting) return;
  if (!/^https?:\/\//i.test(setting.url) || !URL.canParse(setting.url)) {
    throw new TypeError(`The registry '${setting.name}' needs a url like 'http://localhost:8081'.`);
  }
}
