import {
  type CallToolResult,
  type Tool as ListedTool,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import { demoNotice } from './instructions.ts';
import { nearestName } from './nearest-name.ts';
import { checkArguments } from './policy/check-arguments.ts';
import { chooseRegistry } from './policy/choose-registry.ts';
import { placeServices } from './policy/place-services.ts';
import { takePage } from './policy/take-page.ts';
import { isOffered, refuseWrite } from './policy/view-only.ts';
import { describeFailure } from './present/describe-failure.ts';
import { describeTool, type OfferedTool, offerTool } from './present/offer-tool.ts';
import { renderAnswer, renderFailure } from './present/render-answer.ts';
import { openRegistries } from './registries/open-registries.ts';
import type { RegistryOfClient, RegistrySetting } from './registries/registry-setting.ts';
import type { SrkitServerOptions } from './server-options.ts';
import { aliases } from './tools/aliases.ts';
import { catalog } from './tools/catalog.ts';

/** What the server can do, ready to be listed and called. */
export interface Toolset {
  /** Always in the same order. */
  list: ListedTool[];
  /** Never throws for what goes wrong in a tool; only for a name that no tool has. */
  call(
    name: string,
    written: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<CallToolResult>;
}

type AnyRegistry = RegistrySetting | RegistryOfClient;

/** The server's settings, with at least one registry, the default one first. */
export interface ToolsetOptions extends SrkitServerOptions {
  registries: readonly [AnyRegistry, ...AnyRegistry[]];
}

const defaultBudget = 30_000;

/** Opens the registries and puts around each tool what is the same for all of them. */
export function createToolset(options: ToolsetOptions): Toolset {
  const registries = openRegistries(options.registries, options.viewOnly === true);
  const choices = {
    registries: registries.map(({ name }) => name),
    context: registries[0].context,
  };
  // Tools that are not listed are kept too: whoever calls one is told why it is refused.
  const offered = new Map(catalog.map((tool) => [tool.name, offerTool(tool, choices)]));
  const listed = [...offered.values()].filter(({ tool }) => isOffered(tool, registries));
  const listedNames = new Set(listed.map(({ tool }) => tool.name));
  const notice = options.demo ? demoNotice : undefined;
  const budget = options.responseBudget ?? defaultBudget;
  const notRegistered = () => options.demo?.notRegistered?.() ?? [];
  const log = options.log ?? (() => {});

  async function answer(
    { tool, input, inputSchema }: OfferedTool,
    written: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<CallToolResult> {
    refuseWrite(tool, chooseRegistry(registries, written['registry']));
    const { offset, limit, ...checked } = checkArguments(written, input, inputSchema);
    // A tool that is not paged may have an `offset` of its own.
    const own = tool.pages === undefined ? { ...checked, offset, limit } : checked;
    const placed = placeServices(tool.place, own, { registries, notRegistered, budget });
    const output = await tool.run(placed.input, placed.services, { signal });
    const whole = { ...placed.echo, ...output };
    if (tool.pages === undefined) return renderAnswer({ ...whole, notice });
    const range = { offset: asNumber(offset), limit: asNumber(limit) };
    const lists = [tool.pages, ...(tool.alongside ?? [])] as const;
    return renderAnswer({ ...takePage(whole, lists, range, budget), notice });
  }

  return {
    list: listed.map(describeTool),
    async call(name, written, signal) {
      const called = offered.get(name) ?? offered.get(aliases.get(name) ?? '');
      if (!called) throw unknownTool(name, [...listedNames]);
      const began = Date.now();
      try {
        const result = await answer(called, written, signal);
        log('debug', `${name} answered after ${Date.now() - began} ms`);
        return result;
      } catch (error) {
        const failure = describeFailure(error, listedNames);
        log(failure ? 'debug' : 'error', `${name} failed: ${failure?.code ?? stackOf(error)}`);
        return renderFailure(failure ?? ourFault, notice);
      }
    },
  };
}

const ourFault = {
  code: 'internal_error',
  message: 'This is a fault of srkit-mcp, not of the call. Its log on stderr says more.',
};

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function unknownTool(name: string, names: readonly string[]): ProtocolError {
  const nearest = nearestName(name, names);
  const hint = nearest ? `Did you mean ${nearest}?` : `There are ${names.join(', ')}.`;
  const message = `There is no tool ${JSON.stringify(name.slice(0, 100))}. ${hint}`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
