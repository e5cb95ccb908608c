import type { Route } from './routes/route.ts';
import { type Operation, routes } from './routes.ts';

/** A route and the parts of the path that fill its parameters, as they stand in the path (still encoded). */
export interface RouteMatch {
  route: Route & { operation: Operation };
  parameters: Record<string, string>;
}

const bySegments = new Map<
  number,
  { segments: readonly string[]; route: Route & { operation: Operation } }[]
>();
for (const route of routes) {
  const segments = route.path.split('/').slice(1);
  const sameLength = bySegments.get(segments.length) ?? [];
  sameLength.push({ segments, route });
  bySegments.set(segments.length, sameLength);
}

/**
 * Finds the routes of a path, whatever the method. Literal segments are compared as they are, and win over parameters.
 *
 * @param path without query, without a `/contexts/{context}` prefix, still encoded
 */
export function routesOfPath(path: string): RouteMatch[] {
  const given = path.split('/').slice(1);
  const matches: (RouteMatch & { literals: number })[] = [];
  for (const { segments, route } of bySegments.get(given.length) ?? []) {
    const parameters: Record<string, string> = {};
    let literals = 0;
    const fits = segments.every((segment, index) => {
      const actual = given[index] ?? '';
      if (!segment.startsWith('{')) {
        literals += 1;
        return segment === actual;
      }
      parameters[segment.slice(1, -1)] = actual;
      return actual !== '';
    });
    if (fits) matches.push({ route, parameters, literals });
  }
  const most = Math.max(0, ...matches.map((match) => match.literals));
  return matches
    .filter((match) => match.literals === most)
    .map(({ route, parameters }) => ({ route, parameters }));
}

/**
 * Finds the route of a request.
 *
 * @param path with or without a `/contexts/{context}` prefix, still encoded; a query and trailing slashes do not count
 * @returns undefined when no operation has this method and path
 */
export function matchRoute(method: string, path: string): RouteMatch | undefined {
  let end = path.search(/[?#]/);
  if (end < 0) end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  const plain = path.slice(0, end);
  const inContext = /^\/contexts\/[^/]+(\/.+)$/.exec(plain)?.[1];
  const found = routesOfPath(inContext ?? plain);
  const wanted = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase();
  return found.find(({ route }) => route.method === wanted);
}

/** Whether a request may change the registry: everything that is not known to read counts as a write. */
export function effectOfRequest(method: string, path: string): 'read' | 'write' {
  if (method.toUpperCase() === 'OPTIONS') return 'read';
  return matchRoute(method, path)?.route.effect ?? 'write';
}
