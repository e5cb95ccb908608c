import { normalizeQualifiedName, type Operation, routes } from '@srkit/registry-protocol';
import { rewriteContextPath } from './context-path.ts';
import type { RegistryRequest } from './message.ts';
import { Rejection } from './rejection.ts';
import { createRouteTable } from './route-table.ts';
import { decodeSegment, parseTarget } from './target.ts';

/** The operation that a request asks for. */
export interface RequestedRoute {
  operation: Operation;
  effect: 'read' | 'write';
  /** The path's parameters, decoded; subjects are in normal form, qualified where the path names a context. */
  parameters: Readonly<Record<string, string>>;
}

/** A path of the registry. */
export interface RequestedPath {
  /** By method. */
  operations: ReadonlyMap<string, Operation>;
  parameters: Readonly<Record<string, string>>;
}

const pathOf = createRouteTable((operation) => ({ handler: operation }));
const effects = new Map<string, 'read' | 'write'>(
  routes.map(({ operation, effect }) => [operation, effect]),
);

/** Which operation a request asks for, as the registry itself reads its path; undefined for none. */
export function routeOfRequest({ method, target }: RegistryRequest): RequestedRoute | undefined {
  const path = readPath(target, method);
  const operation = path?.operations.get(method === 'HEAD' ? 'GET' : method);
  if (path === undefined || operation === undefined) return undefined;
  const effect = effects.get(operation) ?? 'write';
  return { operation, effect, parameters: path.parameters };
}

/** Finds the path of the registry that a request target names, offered or not; undefined for none. */
export function readPath(target: string, method = 'GET'): RequestedPath | undefined {
  const segments = segmentsOf(target, method);
  const entry = segments && pathOf(segments);
  if (entry === undefined) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, name] of entry.parameters.entries()) {
    if (name === undefined) continue;
    const segment = segments?.[index] ?? '';
    const value = decodeSegment(segment) ?? segment;
    parameters.push([name, name === 'subject' ? normalizeQualifiedName(value) : value]);
  }
  return { operations: entry.handlers, parameters: Object.fromEntries(parameters) };
}

function segmentsOf(target: string, method: string): readonly string[] | undefined {
  const parsed = parseTarget(target);
  if ('refused' in parsed) return undefined;
  try {
    return rewriteContextPath(parsed, method).segments;
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
