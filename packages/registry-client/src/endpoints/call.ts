import type { ContextName, Operation } from '@srkit/registry-protocol';
import type { Asked } from '../errors/asked.ts';
import {
  type AnswerReading,
  errorFromUnexpectedAnswer,
  looksLikeHtml,
} from '../errors/from-answer.ts';
import { createRequest } from '../request/create-request.ts';
import type { Query, QueryValue } from '../request/encode-query.ts';
import type { Answer, Ask, RegistryRequest } from '../request/registry-request.ts';
import { routeOf } from '../routes-by-name.ts';
import type { CallOptions } from './call-options.ts';
import type { ParametersOf, QueryOf } from './operation.ts';
import type { Shape } from './shapes.ts';

/** What goes with a call beside the parts of its path. */
interface CallInput<Name extends Operation> extends CallOptions {
  query?: QueryOf<Name>;
  /** Sent as JSON. */
  body?: unknown;
}

/** Makes calls of the table of routes, in one context. */
export interface Call {
  /** Answers with JSON of a shape. */
  json<Name extends Operation, T>(
    operation: Name,
    parameters: ParametersOf<Name>,
    input: CallInput<Name>,
    shape: Shape<T>,
  ): Promise<T>;
  /** Answers with the body as it is. */
  text<Name extends Operation>(
    operation: Name,
    parameters: ParametersOf<Name>,
    input: CallInput<Name>,
  ): Promise<string>;
  /** Answers with nothing but success. */
  nothing<Name extends Operation>(
    operation: Name,
    parameters: ParametersOf<Name>,
    input: CallInput<Name>,
  ): Promise<void>;
}

/** Makes the calls of one client in one context; what they share is the request path. */
export function createCall(
  ask: Ask,
  options: AnswerReading & { context: ContextName; registry: string },
): Call {
  const { registry } = options;

  async function made<Name extends Operation, Value>(
    operation: Name,
    parameters: ParametersOf<Name>,
    input: CallInput<Name>,
    read: (asked: Asked, answer: Answer) => Value,
  ): Promise<Value> {
    const route = routeOf(operation);
    const { method, effect } = route;
    const request: RegistryRequest = createRequest({
      method,
      path: { route, parameters },
      context: options.context,
      query: onlyKnown(input.query, route.query),
      body: input.body,
      signal: input.signal,
      read: (answer) => read({ method, path: request.path, effect, registry }, answer),
    });
    const reply = await ask(request);
    // What it holds is what `read` made of it.
    return reply.value as Value;
  }

  return {
    json: async (operation, parameters, input, shape) =>
      made(operation, parameters, input, (asked, answer) => {
        const value = parsed(answer.text);
        if (shape.is(value)) return value;
        throw errorFromUnexpectedAnswer(asked, answer, shape.name, options);
      }),
    text: async (operation, parameters, input) =>
      made(operation, parameters, input, (asked, answer) => {
        // No schema of any format begins like a page or is empty.
        if (answer.text.trim() !== '' && !looksLikeHtml(answer)) return answer.text;
        throw errorFromUnexpectedAnswer(asked, answer, 'the text of a schema', options);
      }),
    nothing: async (operation, parameters, input) =>
      made(operation, parameters, input, (asked, answer) => {
        if (answer.text.trim() === '' || parsed(answer.text) !== undefined) return undefined;
        throw errorFromUnexpectedAnswer(asked, answer, 'JSON or nothing', options);
      }),
  };
}

/** What the operation takes of what a caller passes, which may be more. */
function onlyKnown(given: Query | undefined, known: readonly string[]): Query {
  const query: Record<string, QueryValue> = {};
  for (const name in given) if (known.includes(name)) query[name] = given[name];
  return query;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
