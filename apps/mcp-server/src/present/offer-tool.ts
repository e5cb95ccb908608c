import type { Tool as ListedTool } from '@modelcontextprotocol/server';
import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import * as z from 'zod';
import { hasContext, hasRegistry, type Tool } from '../tools/define-tool.ts';
import { hintsOf } from '../tools/effects.ts';
import { goesOn } from '../tools/task-answers.ts';
import { listNames } from './list-names.ts';
import { type WireSchema, wireSchema } from './wire-schema.ts';

/** A tool as this server offers it: with the arguments that every tool of its kind takes. */
export interface OfferedTool {
  tool: Tool;
  /** What a call is checked against. */
  input: z.ZodObject;
  /** What a client is told of it, and what a call's arguments are read by. */
  inputSchema: WireSchema;
  outputSchema: WireSchema;
}

/** What there is to choose from. */
export interface Choices {
  /** Names; `registry` is listed only where there are several, and accepted always. */
  registries: readonly string[];
  /** The context that is meant where a call names none; undefined where each registry has another. */
  context: ContextName | undefined;
}

/** Adds what comes around every tool: `registry`, `context`, paging. */
export function offerTool(tool: Tool, { registries, context }: Choices): OfferedTool {
  const placed = tool.input.extend({
    ...(hasContext(tool.place) && { context: contextArgument(tool, context) }),
    ...(tool.pages !== undefined && {
      offset: z.int().min(0).optional().describe('Items to skip.'),
      limit: z.int().min(1).optional().describe('Most items to return.'),
    }),
  });
  const registry = z
    .string()
    .optional()
    .describe(`One of ${listNames(registries)}.`);
  const input = hasRegistry(tool.place) ? placed.extend({ registry }) : placed;
  return {
    tool,
    input,
    inputSchema:
      registries.length > 1 ? wireSchema(input) : withoutRegistry(wireSchema(placed), tool),
    outputSchema: wireSchema(outputOf(tool, registries)),
  };
}

function contextArgument({ place }: Tool, context: ContextName | undefined): z.ZodType {
  const fallback = context === undefined ? "the registry's own" : `\`${context}\``;
  const every = 'Context, e.g. `staging`, or `*` for every one';
  const described =
    place !== 'every_context'
      ? `Context, e.g. \`staging\`; default ${fallback}.`
      : context === defaultContext
        ? `${every} (default).`
        : `${every}; default ${fallback}.`;
  return z.string().optional().describe(described);
}

/** With one registry there is none to choose in `from` and `to` either, nor as `source` and `target`. */
function withoutRegistry(schema: WireSchema, { place }: Tool): WireSchema {
  const offered = Object.entries(schema.properties ?? {}).filter(
    ([name]) => place !== 'registries' || (name !== 'source' && name !== 'target'),
  );
  const properties = offered.map(([name, property]) => {
    if ((name !== 'from' && name !== 'to') || !property.properties) return [name, property];
    const { registry: _, ...others } = property.properties;
    return [name, { ...property, properties: others }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

function outputOf(tool: Tool, registries: readonly string[]): z.ZodObject {
  const paging = z.object({
    ...(tool.pages !== undefined && {
      total: z.int().describe(`How many ${tool.pages} there are in all.`),
      next_offset: z.int().optional().describe('Where the next part begins; absent on the last.'),
      more: z.string().optional().describe('How to see the rest.'),
    }),
  });
  // While long work goes on there is nothing of its own to say yet.
  const own = tool.long ? tool.output.partial().extend(goesOn) : tool.output;
  return own.extend({
    ...(registries.length > 1 &&
      hasRegistry(tool.place) && { registry: z.string().describe('Registry that was asked.') }),
    ...(tool.place === 'registries' && {
      source: z.string().describe('Registry of the source.'),
      target: z.string().describe('Registry of the target.'),
    }),
    ...(hasContext(tool.place) && {
      context: z.string().describe('Context that was meant; `*` is every one.'),
    }),
    ...((tool.place === 'subject' || tool.place === 'alias') && {
      [tool.place]: nameOfPlace(tool, tool.place),
    }),
    ...(tool.long ? paging.partial() : paging).shape,
    notice: z.string().optional().describe('What to know about this server.'),
  });
}

function nameOfPlace({ input }: Tool, place: string): z.ZodType {
  const name = z.string().describe('Name without its context.');
  return input.shape[place]?.safeParse(undefined).success === true ? name.optional() : name;
}

/**
 * What a client is told of a tool.
 *
 * @param canChange whether tools that change a registry are offered: a tool that calls others can do what they do
 */
export function describeTool(
  { tool, inputSchema, outputSchema }: OfferedTool,
  canChange: boolean,
): ListedTool {
  const effect = tool.callsOthers && canChange ? 'destroy' : tool.effect;
  return {
    name: tool.name,
    title: tool.title,
    description: tool.summary,
    inputSchema,
    outputSchema,
    annotations: { title: tool.title, ...hintsOf[effect] },
  };
}
