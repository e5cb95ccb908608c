import {
  normalizeQualifiedName,
  type Operation,
  registryMediaType,
} from '@srkit/registry-protocol';
import { offerInRelease } from './features/offer-in-release.ts';
import { followAliases } from './http/alias.ts';
import { rewriteContextPath } from './http/context-path.ts';
import type { RegistryRequest, RegistryResponse } from './http/message.ts';
import { checkContentType, negotiate } from './http/negotiate.ts';
import { readBody } from './http/read-body.ts';
import { refusedBefore } from './http/rejection.ts';
import {
  asRejection,
  respond,
  respondWithError,
  respondWithMethods,
  respondWithPage,
} from './http/respond.ts';
import { createRouteTable, type RouteEntry, type RouteTable } from './http/route-table.ts';
import { decodeSegment, parseTarget, type Target } from './http/target.ts';
import type { Call, Handler } from './operations/call.ts';
import { handlerOf } from './operations/handlers.ts';
import type { Registry } from './registry.ts';
import { javaHashOrder } from './state/java-hash-order.ts';

const tables = new WeakMap<Registry, RouteTable<Handler>>();

/**
 * Answers one request. Everything that a registry does goes through here; sockets and `fetch` are thin adapters over it.
 *
 * @param onInternalError told of what should not happen; the answer is 500 then
 */
export function handle(
  registry: Registry,
  request: RegistryRequest,
  onInternalError: (error: unknown) => void,
): RegistryResponse {
  let mediaType: string = registryMediaType;
  try {
    const parsed = parseTarget(request.target);
    if ('refused' in parsed) return respondWithPage(request, parsed.refused);
    const named = rewriteContextPath(parsed, request.method);
    const target = registry.store.hasAliases ? followAliases(registry, named) : named;
    const entry = tableOf(registry)(target.segments);
    if (entry === undefined) throw refusedBefore(404, 'HTTP 404 Not Found');
    if (request.method === 'OPTIONS') return respondWithMethods(request, methodsOf(entry));
    const handler = entry.handlers.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (handler === undefined) throw refusedBefore(405, 'HTTP 405 Method Not Allowed');
    if (request.body !== undefined && request.body.length > 0)
      checkContentType(request.headers?.['content-type']);
    mediaType = negotiate(request.headers?.['accept']);
    const answer = handler(callOf(registry, request, entry, target));
    return respond(request, answer, mediaType);
  } catch (error) {
    return respondWithError(request, asRejection(error, onInternalError), mediaType);
  }
}

/** The routes that a registry offers. */
function tableOf(registry: Registry): RouteTable<Handler> {
  const known = tables.get(registry);
  if (known) return known;
  const { edition, features } = registry;
  const table = createRouteTable((operation: Operation, path) => {
    const handler = handlerOf(operation, edition);
    return handler && offerInRelease(features, operation, path, handler);
  });
  tables.set(registry, table);
  return table;
}

function methodsOf({ handlers }: RouteEntry<Handler>): string[] {
  const methods = [...handlers.keys()];
  if (methods.includes('GET')) methods.push('HEAD');
  return javaHashOrder([...methods, 'OPTIONS']);
}

function callOf(
  registry: Registry,
  request: RegistryRequest,
  { parameters: names }: RouteEntry<Handler>,
  { segments, query }: Target,
): Call {
  const parameters: Record<string, string> = {};
  for (let index = 1; index < names.length; index += 1) {
    const name = names[index];
    if (name === undefined) continue;
    const segment = segments[index] ?? '';
    const value = decodeSegment(segment) ?? segment;
    parameters[name] = name === 'subject' ? normalizeQualifiedName(value) : value;
  }
  return {
    registry,
    parameters,
    query,
    body: (shape, name) => readBody(request.body, shape, name),
  };
}
