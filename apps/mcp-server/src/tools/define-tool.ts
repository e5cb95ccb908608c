import type { CallerRegistries, Registry } from '@srkit/registries';
import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName } from '@srkit/registry-protocol';
import type { ProgressReport } from '@srkit/tasks';
import type * as z from 'zod';
import type { Sides } from '../comparing-registries/read-sides.ts';
import type { NotRegistered } from '../server-options.ts';
import type { CallerTasks } from '../tasks/caller-tasks.ts';
import type { Effect } from './effects.ts';

/**
 * What a call is about, which decides how `context` is read: a `subject` or an `alias` (the argument of that name may be
 * qualified, `:.staging:orders`; without one it is about the context), a `context`, `every_context` unless one is named, the whole `registry`,
 * two `registries` that are compared (`source` and `target`), or this `server` itself. In the last two a call names no `registry`.
 */
export type Place =
  | 'subject'
  | 'alias'
  | 'context'
  | 'every_context'
  | 'registry'
  | 'registries'
  | 'server';

/** Whether a call can name a registry. */
export function hasRegistry(place: Place): boolean {
  return place !== 'registries' && place !== 'server';
}

/** Whether a call can name a context, which is then read for the tool. */
export function hasContext(place: Place): boolean {
  return place !== 'registry' && hasRegistry(place);
}

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
  /**
   * The two sides that a call of the place `registries` compares.
   *
   * @param written the contexts as they came
   * @throws ToolError `invalid_arguments` where both sides are the same
   */
  compared(written: { context?: string | undefined; targetContext?: string | undefined }): Sides;
  /** The same registry, as it is configured. */
  registry: Registry;
  /** Every registry, with the caller's own default. */
  registries: CallerRegistries;
  /** Whether the caller's default lasts beyond this call: over HTTP, where each request stands for itself, it does not. */
  keepsDefault: boolean;
  /** What the demo could not register; empty otherwise. */
  notRegistered(): readonly NotRegistered[];
  /** About how many characters an answer may have. */
  budget: number;
  /** The caller's long work. */
  tasks: CallerTasks;
}

/** What belongs to one call. */
export interface Call {
  /** Ends with the caller's wish or with the server; for long work, with its task. */
  signal: AbortSignal;
  /** Says how far it is; of work that is not long, nobody is told. */
  report(progress: ProgressReport): void;
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
  /** Whether it calls other tools: then it can do whatever they can. */
  callsOthers?: true;
  place: Place;
  /**
   * Whether it can take long. Then it runs as a task: a call that ends soon is answered directly, any other with the id of its task.
   * Answers have nothing but the task's fields in common, so no field is required of them.
   */
  long?: true;
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
