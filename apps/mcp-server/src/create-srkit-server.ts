import { McpServer } from '@modelcontextprotocol/server';
import { instructions } from './instructions.ts';
import { openRegistries } from './open-registries.ts';
import { type ResourceSurroundings, registerResources } from './resources/register-resources.ts';
import type { SrkitServerOptions } from './server-options.ts';
import type { Toolset } from './toolset.ts';
import { version } from './version.ts';
import { callerOf, notifyOf, waitOf } from './who-calls.ts';

/** Serves MCP clients; see {@link createSrkitServer}. */
export interface SrkitServer {
  /**
   * Makes the MCP server for one connection (stdio) or one request (HTTP). All of them share the registries.
   * Resources and prompts of your own can be added to it; tools cannot.
   */
  createMcpServer(): McpServer;
  /** Ends every call that is still under way, and the connections to the registries, unless somebody else opened them. */
  close(): Promise<void>;
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
 *   registries: { production: { url: 'http://localhost:8081', viewOnly: true } },
 * });
 * const mcp = createMcpHandler(() => srkit.createMcpServer());
 * // mcp.fetch(request) answers a web-standard Request; over stdio: serveStdio(() => srkit.createMcpServer())
 * ```
 *
 * @throws RegistriesError `invalid_configuration` with everything that is wrong with the settings of registries
 * @throws TypeError for such settings beside registries that are open already
 */
export function createSrkitServer(options: SrkitServerOptions): SrkitServer {
  const { registries, close } = openRegistries(options);
  const ending = new AbortController();
  // Loaded and made when it is first asked for, after the connection stands; what reads schemas is loaded later still.
  let made: Promise<Toolset> | undefined;
  const make = async (): Promise<Toolset> => {
    const { createToolset } = await import('./toolset.ts');
    return createToolset({ ...options, registries });
  };
  const toolset = async (): Promise<Toolset> => {
    made ??= make();
    return made;
  };
  return {
    createMcpServer() {
      const mcp = new McpServer(
        { name: 'srkit', title: 'Schema Registry', version },
        { instructions: instructions(registries, options.demo !== undefined) },
      );
      const caller = registries.forCaller();
      const call: ResourceSurroundings['call'] = async (name, written, context) => {
        const signal = AbortSignal.any([context.mcpReq.signal, ending.signal]);
        // Over HTTP without a session there is a server for each request.
        const keepsDefault = context.http === undefined || context.sessionId !== undefined;
        const { call: callTool } = await toolset();
        return callTool(name, written, {
          id: callerOf(context),
          registries: caller,
          keepsDefault,
          signal,
          notify: notifyOf(context),
          waitMs: waitOf(context),
        });
      };
      // The list is the same for as long as the server runs, whatever is called.
      mcp.server.registerCapabilities({ tools: { listChanged: false } });
      mcp.server.setRequestHandler('tools/list', async () => {
        const { list } = await toolset();
        return { tools: list };
      });
      mcp.server.setRequestHandler('tools/call', async ({ params }, context) =>
        call(params.name, params.arguments ?? {}, context),
      );
      registerResources(mcp, { registries: caller, ending: ending.signal, call });
      return mcp;
    },
    async close() {
      ending.abort();
      await (await made)?.close();
      await close();
    },
  };
}
