import {
  normalizeQualifiedName,
  type RouteMatch,
  registryMediaType,
  routesOfPath,
} from '@srkit/registry-protocol';
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
import { decodeSegment, parseTarget, type Target } from './http/target.ts';
import type { Call } from './operations/call.ts';
import { handlerOf } from './operations/handlers.ts';
import type { Registry } from './registry.ts';
import { javaHashOrder } from './state/java-hash-order.ts';

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
    const target = followAliases(registry, rewriteContextPath(parsed));
    const matches = routesOfPath(`/${target.segments.join('/')}`).flatMap((match) => {
      const handler = handlerOf(match.route.operation);
      return handler === undefined ? [] : [{ ...match, handler }];
    });
    if (matches.length === 0) throw refusedBefore(404, 'HTTP 404 Not Found');
    if (request.method === 'OPTIONS') return respondWithMethods(request, methodsOf(matches));
    const match = matches.find(({ route }) => route.method === methodOf(request));
    if (!match) throw refusedBefore(405, 'HTTP 405 Method Not Allowed');
    if (request.body !== undefined && request.body.length > 0)
      checkContentType(request.headers?.['content-type']);
    mediaType = negotiate(request.headers?.['accept']);
    const answer = match.handler(callOf(registry, request, match, target));
    return respond(request, answer, mediaType);
  } catch (error) {
    return respondWithError(request, asRejection(error, onInternalError), mediaType);
  }
}

function methodOf({ method }: RegistryRequest): string {
  return method === 'HEAD' ? 'GET' : method;
}

function methodsOf(matches: readonly RouteMatch[]): string[] {
  const methods = matches.map(({ route }) => route.method as string);
  if (methods.includes('GET')) methods.push('HEAD');
  return javaHashOrder([...methods, 'OPTIONS']);
}

function callOf(
  registry: Registry,
  request: RegistryRequest,
  match: RouteMatch,
  { query }: Target,
): Call {
  const parameters = Object.fromEntries(
    Object.entries(match.parameters).map(([name, segment]) => {
      const value = decodeSegment(segment) ?? segment;
      return [name, name === 'subject' ? normalizeQualifiedName(value) : value];
    }),
  );
  return {
    registry,
    parameters,
    query,
    body: (shape, name) => readBody(request.body, shape, name),
  };
}
