import { defaultContext } from '@srkit/registry-protocol';
import { offerTool } from '../present/offer-tool.ts';
import type { WireSchema } from '../present/wire-schema.ts';
import { aliases } from './aliases.ts';
import { catalog } from './catalog.ts';
import type { Effect } from './effects.ts';

/** What there is to say of a tool. */
export interface ToolFacts {
  name: string;
  title: string;
  summary: string;
  effect: Effect;
  /** Other names that it answers to. */
  aliases: string[];
  inputSchema: WireSchema;
  outputSchema: WireSchema;
}

/** Describes every tool as a server with one registry lists it. The documentation is generated from this. */
export function toolReference(): ToolFacts[] {
  return catalog.map((tool) => {
    const choices = { registries: ['default'], context: defaultContext };
    const { inputSchema, outputSchema } = offerTool(tool, choices);
    const { name, title, summary, effect } = tool;
    const others = [...aliases].filter(([, target]) => target === name).map(([alias]) => alias);
    return { name, title, summary, effect, aliases: others, inputSchema, outputSchema };
  });
}
