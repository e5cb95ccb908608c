import {
  type CallToolResult,
  type Tool as ListedTool,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import { nearestName, type Registries } from '@srkit/registries';
import { createTasks } from '@srkit/tasks';
import { CallFailed } from './call-failed.ts';
import { demoNotice } from './instructions.ts';
import { pageOf } from './policy/take-page.ts';
import { isOffered } from './policy/view-only.ts';
import { type Caller, type PreparedCall, prepareCall } from './prepare-call.ts';
import { describeFailure } from './present/describe-failure.ts';
import { type Choices, describeTool, type OfferedTool, offerTool } from './present/offer-tool.ts';
import { renderAnswer, renderFailure } from './present/render-answer.ts';
import type { SrkitServerOptions } from './server-options.ts';
import type { CallerTasks, LaterCall } from './tasks/caller-tasks.ts';
import { handOver } from './tasks/describe-task.ts';
import { type LookOptions, openCallerTasks } from './tasks/open-caller-tasks.ts';
import { openQueue } from './tasks/queue-calls.ts';
import { runAsTask } from './tasks/run-as-task.ts';
import { optionsOfCall, workOfCall } from './tasks/work-of-call.ts';
import { ToolError } from './tool-error.ts';
import { aliases } from './tools/aliases.ts';
import { catalog } from './tools/catalog.ts';
import { changesRegistry } from './tools/effects.ts';

/** What the server can do, ready to be listed and called. */
export interface Toolset {
  /** Always in the same order. */
  list: ListedTool[];
  /** Never throws for what goes wrong in a tool; only for a name that no tool has. */
  call(
    name: string,
    written: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<CallToolResult>;
  /** Ends what runs. */
  close(): Promise<void>;
}

/** What a toolset is made from. */
export interface ToolsetOptions
  extends Pick<SrkitServerOptions, 'demo' | 'log' | 'responseBudget' | 'tasks'> {
  registries: Registries;
}

type Written = Readonly<Record<string, unknown>>;

const defaultBudget = 30_000;
/** How long work has to stop when the server ends, in milliseconds. */
const closeMs = 1_000;

/** Puts around each tool what is the same for all of them. */
export function createToolset(options: ToolsetOptions): Toolset {
  const choices = choicesOf(options.registries);
  // Tools that are not listed are kept too: whoever calls one is told why it is refused.
  const offered = new Map(catalog.map((tool) => [tool.name, offerTool(tool, choices)]));
  const listed = [...offered.values()].filter(({ tool }) => isOffered(tool, options.registries));
  const canChange = listed.some(({ tool }) => changesRegistry(tool.effect));
  const listedNames = new Set(listed.map(({ tool }) => tool.name));
  const notice = options.demo ? demoNotice : undefined;
  const budget = options.responseBudget ?? defaultBudget;
  const notRegistered = () => options.demo?.notRegistered?.() ?? [];
  const log = options.log ?? (() => {});

  const { store, limits, waitMs = 5_000, waitWithProgressMs = 30_000 } = options.tasks ?? {};
  const tasks = createTasks({
    ...(store && { store }),
    ...(limits && { limits }),
    onInternalError: (error) => log('error', `tasks: ${stackOf(error)}`),
  });

  function find(name: string): OfferedTool | undefined {
    return offered.get(name) ?? offered.get(aliases.get(name) ?? '');
  }

  function prepare(called: OfferedTool, written: Written, caller: Caller): PreparedCall {
    const services = { notRegistered, budget, tasks: tasksOf(caller) };
    return prepareCall(called, written, caller, services);
  }

  function tasksOf(caller: Caller): CallerTasks {
    const page: LookOptions['page'] = (name, result, range, room) =>
      pageOf(find(name)?.tool, result, range, room);
    const prepareLater = ({ tool, arguments: written }: LaterCall): PreparedCall => {
      const called = find(tool);
      if (called) return prepare(called, written, caller);
      throw new ToolError('invalid_arguments', unknownTool(tool, [...listedNames]));
    };
    return {
      ...openCallerTasks({ tasks, caller, page, budget }),
      queue: openQueue({ tasks, caller: caller.id, prepare: prepareLater, fail }),
    };
  }

  function fail(error: unknown): CallFailed {
    const failure = describeFailure(error, listedNames);
    if (!failure) log('error', stackOf(error));
    return new CallFailed(failure ?? ourFault, error);
  }

  async function answer(
    called: OfferedTool,
    written: Written,
    caller: Caller,
  ): Promise<Record<string, unknown>> {
    const prepared = prepare(called, written, caller);
    const { tool, range } = prepared;
    if (!tool.long) {
      const whole = await prepared.run({ signal: caller.signal, report: () => {} });
      return pageOf(tool, whole, range, budget);
    }
    const { task, output } = await runAsTask(
      tasks,
      {
        kind: tool.name,
        work: workOfCall(() => prepared, fail),
        options: optionsOfCall(prepared, caller.id),
      },
      { ...caller, waitMs: caller.waitMs ?? (caller.notify ? waitWithProgressMs : waitMs) },
    );
    if (output === undefined) return { ...prepared.echo, ...handOver(task) };
    // The work need not be done again for the rest of the answer.
    const again = task.resultRefused === undefined ? task.id : undefined;
    return pageOf(tool, { ...output, task_id: task.id }, range, budget, again);
  }

  return {
    list: listed.map((each) => describeTool(each, canChange)),
    async call(name, written, caller) {
      const called = find(name);
      if (!called) {
        const message = unknownTool(name, [...listedNames]);
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
      }
      const began = Date.now();
      try {
        const result = renderAnswer({ ...(await answer(called, written, caller)), notice });
        log('debug', `${name} answered after ${Date.now() - began} ms`);
        return result;
      } catch (error) {
        const failure = describeFailure(error, listedNames);
        log(failure ? 'debug' : 'error', `${name} failed: ${failure?.code ?? stackOf(error)}`);
        return renderFailure(failure ?? ourFault, notice);
      }
    },
    close: () => tasks.close({ timeoutMs: closeMs }),
  };
}

/** What a call can choose from. */
function choicesOf(registries: Registries): Choices {
  const [first, ...others] = registries.names.map((name) => registries.get(name).context);
  const isShared = others.every((context) => context === first);
  return { registries: registries.names, context: isShared ? first : undefined };
}

const ourFault = {
  code: 'internal_error',
  message: 'This is a fault of srkit-mcp, not of the call. Its log on stderr says more.',
};

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function unknownTool(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  const hint = nearest ? `Did you mean ${nearest}?` : `There are ${names.join(', ')}.`;
  return `There is no tool ${JSON.stringify(name.slice(0, 100))}. ${hint}`;
}
