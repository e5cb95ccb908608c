import { type ContextName, matchRoute, type Operation, type Route } from '@srkit/registry-protocol';
import { invalidArgument } from '../errors/invalid-argument.ts';
import { contextPrefix } from './context-prefix.ts';
import { encodePath, isExactPath } from './encode-path.ts';
import { encodeQuery, type Query } from './encode-query.ts';
import type { Answer, RegistryRequest } from './registry-request.ts';

/** A row of the table of routes, and what fills its path. */
export interface FilledRoute {
  route: Route & { operation: Operation };
  parameters: Readonly<Record<string, string | number>>;
}

/** What a request is made from. */
export interface RequestParts {
  method: string;
  /** A template and what fills it, or a path that is encoded already. */
  path: string | FilledRoute;
  context: ContextName;
  query: Query;
  /** Sent as JSON; text is taken to be JSON already. */
  body: unknown;
  signal: AbortSignal | undefined;
  /** Reads the value out of a success; throws a RegistryError for what is none. */
  read: (answer: Answer) => unknown;
}

/**
 * Makes the one kind of request that goes along the request path. What the guard will judge is exactly what will be sent.
 *
 * @throws RegistryError `invalid_argument` for what cannot be sent as it is
 */
export function createRequest(parts: RequestParts): RegistryRequest {
  const method = parts.method.toUpperCase();
  const body = parts.body === undefined ? undefined : json(parts.body);
  if (!/^[A-Z]+$/.test(method) || /^(CONNECT|TRACE|TRACK)$/.test(method)) {
    throw invalidArgument(`${JSON.stringify(parts.method)} is not a method that can be sent.`);
  }
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw invalidArgument(`A ${method} request has no body. Use the query, or another method.`);
  }
  const { path, search } =
    typeof parts.path === 'string'
      ? exactPath(parts.path, parts.context)
      : { path: contextPrefix(parts.context, fill(parts.path, parts.context)), search: '' };
  const added = encodeQuery(parts.query);
  const route = typeof parts.path === 'string' ? matchRoute(method, path)?.route : parts.path.route;
  return {
    method,
    path,
    query: search === '' || added === '' ? search + added : `${search}&${added}`,
    body,
    effect: method === 'OPTIONS' ? 'read' : (route?.effect ?? 'write'),
    signal: parts.signal,
    operation: route?.operation,
    origin: originOf(parts),
    read: parts.read,
    sends: { count: 0 },
  };
}

/** A filled template reaches the wire as it is: what it is filled with is encoded, and never a segment that parsers fold. */
function fill({ route, parameters }: FilledRoute, context: ContextName): string {
  return encodePath(route.path, parameters, context);
}

/**
 * Takes a path that somebody wrote apart.
 *
 * @throws RegistryError `invalid_argument` for one that a URL parser would change: it could pass the guard as one request and
 *   arrive as another
 */
function exactPath(written: string, context: ContextName): { path: string; search: string } {
  const mark = written.indexOf('?');
  const path = contextPrefix(context, mark < 0 ? written : written.slice(0, mark));
  if (!isExactPath(path) || (mark >= 0 && written.includes('#'))) {
    throw invalidArgument(
      `${JSON.stringify(written)} is not a path that can be sent as it is. Begin it with a slash, percent-encode each name in it, and write a subject called '.' or '..' qualified, as ':.:..'.`,
    );
  }
  return { path, search: mark < 0 ? '' : written.slice(mark + 1) };
}

function originOf({ path, context, query, body }: RequestParts): RegistryRequest['origin'] {
  if (typeof path === 'string') return undefined;
  return { operation: path.route.operation, parameters: path.parameters, context, query, body };
}

function json(body: unknown): string {
  if (typeof body === 'string') return body;
  try {
    const text: string | undefined = JSON.stringify(body);
    if (text !== undefined) return text;
  } catch {
    // A circle or a bigint: said below, like everything else that has no JSON.
  }
  throw invalidArgument('The body cannot be written as JSON.');
}
