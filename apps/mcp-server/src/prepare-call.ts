import type { CallerRegistries } from '@srkit/registries';
import { defaultContext, everyContext } from '@srkit/registry-protocol';
import { checkArguments } from './policy/check-arguments.ts';
import { chooseRegistry } from './policy/choose-registry.ts';
import { placeServices } from './policy/place-services.ts';
import { renameArguments } from './policy/rename-arguments.ts';
import type { Range } from './policy/take-page.ts';
import { refuseWrite } from './policy/view-only.ts';
import type { OfferedTool } from './present/offer-tool.ts';
import type { Notify } from './tasks/follow-progress.ts';
import type { Call, Services, Tool } from './tools/define-tool.ts';
import { changesRegistry } from './tools/effects.ts';

/** Who calls. */
export interface Caller {
  /** Recognises them again: tasks belong to their caller. */
  id: string;
  /** The registries, with a default that is this caller's own. */
  registries: CallerRegistries;
  /** Whether that default lasts beyond this call. */
  keepsDefault: boolean;
  /** Ends with the caller's wish or with the server. */
  signal: AbortSignal;
  /** For a client that wants to hear how far long work is while it waits. */
  notify?: Notify | undefined;
  /** How long to wait for long work, in milliseconds. @default what the server's settings say */
  waitMs?: number | undefined;
}

/** A call that everything has been checked of: it can be made. */
export interface PreparedCall {
  tool: Tool;
  /** The arguments as they came, by the names that they have now. */
  written: Readonly<Record<string, unknown>>;
  /** Name of the registry that it is about; of two, the target. */
  registry: string;
  /** What it is about, for people. */
  title: string;
  /** Whether it changes the registry. */
  writes: boolean;
  /** What the answer repeats. */
  echo: Readonly<Record<string, unknown>>;
  /** Which part of the answer is wanted. */
  range: Range;
  /** Does it. The answer is whole: what it repeats is in it, and no list is cut. */
  run(call: Call): Promise<Record<string, unknown>>;
}

/**
 * Checks a call: whether it may write, its arguments, and what they are about. The one way to a tool, for calls that are made now
 * and for those that are made later.
 *
 * @throws ToolError, RegistriesError, ProtocolError
 */
export function prepareCall(
  { tool, input, inputSchema }: OfferedTool,
  given: Readonly<Record<string, unknown>>,
  { registries, keepsDefault }: Caller,
  surroundings: Pick<Services, 'notRegistered' | 'budget' | 'tasks'>,
): PreparedCall {
  const written = renameArguments(given, new Set(Object.keys(input.shape)));
  refuseWrite(tool, chooseRegistry(registries, written['registry']));
  const { offset, limit, ...checked } = checkArguments(written, input, inputSchema);
  // A tool that is not paged may have an `offset` of its own.
  const own = tool.pages === undefined ? { ...checked, offset, limit } : checked;
  const placed = placeServices(tool.place, own, { registries, keepsDefault, ...surroundings });
  const { echo, services } = placed;
  const isDryRun = checked['dry_run'] === true;
  return {
    tool,
    written,
    registry: tool.place === 'registries' ? String(echo['target']) : services.registry.name,
    title: titleOf(tool, echo, isDryRun),
    writes: changesRegistry(tool.effect) && !isDryRun,
    echo,
    range: { offset: asNumber(offset), limit: asNumber(limit) },
    async run(call) {
      return { ...echo, ...(await tool.run(placed.input, services, call)) };
    },
  };
}

/** `Delete a subject (orders-value, .staging, production), dry run`. */
function titleOf({ title }: Tool, echo: PreparedCall['echo'], isDryRun: boolean): string {
  const { registry, context, ...named } = echo;
  const places = [...Object.values(named), contextInWords(context), registry].filter(Boolean);
  const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
  return `${title}${where}${isDryRun ? ', dry run' : ''}`;
}

function contextInWords(context: unknown): unknown {
  if (context === everyContext) return 'every context';
  return context === defaultContext ? 'the default context' : context;
}

function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
