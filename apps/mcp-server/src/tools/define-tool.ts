import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName } from '@srkit/registry-protocol';
import type * as z from 'zod';
import type { NotRegistered } from '../server-options.ts';
import type { Effect } from './effects.ts';

/**
 * What a call is about, which decides how `context` is read: a `subject` or an `alias` (the argument of that name may be
 * qualified, `:.staging:orders`; without one it is about the context), a `context`, `every_context` unless one is named, or the whole `registry`.
 */
export type Place = 'subject' | 'alias' | 'context' | 'every_context' | 'registry';

/** What a tool works with. */
export interface Services {
  /** The registry that the call is about, in the context that it is about. */
  client: RegistryClient;
  /** That context; `*` stands for every one. */
  context: ContextName;
  /** Another place that the same server reaches, for `from`. The names are those that a caller wrote. */
  at(place: { registry?: string | undefined; context?: string | undefined; subject: string }): {
    client: RegistryClient;
    context: ContextName;
    subject: string;
  };
  /** What the demo could not register; empty otherwise. */
  notRegistered(): readonly NotRegistered[];
  /** About how many characters an answer may have. */
  budget: number;
}

/** What belongs to one call. */
export interface Call {
  /** Ends with the caller's wish or with the server. */
  signal: AbortSignal;
}

/** One thing that an assistant can do. */
export interface Tool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  /** `verb_noun`. */
  name: string;
  title: string;
  /** What an assistant chooses by, at most 200 characters. */
  summary: string;
  /** Its own arguments; `context`, `registry` and paging come around it. */
  input: Input;
  /** Its own answer; where it happened, paging and the notice come around it. */
  output: Output;
  effect: Effect;
  place: Place;
  /** The list of the answer that is handed out in pages. */
  pages?: keyof z.input<Output> & string;
  /** Lists that are handed out with it, part by part. The tool says itself how long they are in all. */
  alongside?: readonly (keyof z.input<Output> & string)[];
  // Method syntax on purpose: tools with different inputs can then share one list.
  run(input: z.output<Input>, services: Services, call: Call): Promise<z.input<Output>>;
}

/** Returns its argument: it is there so that the types of input and output are inferred. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return tool;
}
