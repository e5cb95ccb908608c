import { type Operation, routes } from '@srkit/registry-protocol';

/** A path of the registry, with what answers each method. */
export interface RouteEntry<Handler> {
  /** By method. */
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Names of the path's parameters, undefined for a segment that is compared. */
  readonly parameters: readonly (string | undefined)[];
}

/** Finds the path of the registry that segments (without a context prefix, still encoded) are. */
export type RouteTable<Handler> = (segments: readonly string[]) => RouteEntry<Handler> | undefined;

interface Row<Handler> extends RouteEntry<Handler> {
  readonly literals: readonly (string | undefined)[];
  readonly handlers: Map<string, Handler>;
}

/**
 * Prepares the routes that a registry offers. Of two that fit, the one with more literal segments wins.
 *
 * @param offer what answers an operation, and at which path if not at its own; undefined for one that is not offered
 */
export function createRouteTable<Handler>(
  offer: (operation: Operation, path: string) => { handler: Handler; path?: string } | undefined,
): RouteTable<Handler> {
  const byPath = new Map<string, Row<Handler>>();
  for (const route of routes) {
    const offered = offer(route.operation, route.path);
    if (offered === undefined) continue;
    const { handler, path = route.path } = offered;
    const row = byPath.get(path) ?? rowOf<Handler>(path);
    byPath.set(path, row);
    row.handlers.set(route.method, handler);
  }
  const rows = [...byPath.values()].sort((a, b) => countLiterals(b) - countLiterals(a));
  // All routes begin with a literal segment, which leaves few to compare.
  const byFirst = new Map<string | undefined, Row<Handler>[]>();
  for (const row of rows)
    byFirst.set(row.literals[0], [...(byFirst.get(row.literals[0]) ?? []), row]);
  return (segments) => byFirst.get(segments[0])?.find((row) => fits(row, segments));
}

function rowOf<Handler>(path: string): Row<Handler> {
  const segments = path === '/' ? [] : path.split('/').slice(1);
  const isParameter = (segment: string) => segment.startsWith('{');
  return {
    handlers: new Map(),
    literals: segments.map((segment) => (isParameter(segment) ? undefined : segment)),
    parameters: segments.map((segment) =>
      isParameter(segment) ? segment.slice(1, -1) : undefined,
    ),
  };
}

function fits<Handler>({ literals }: Row<Handler>, segments: readonly string[]): boolean {
  if (literals.length !== segments.length) return false;
  for (let index = 1; index < literals.length; index += 1) {
    const literal = literals[index];
    const actual = segments[index];
    if (literal === undefined ? actual === '' : literal !== actual) return false;
  }
  return true;
}

function countLiterals<Handler>({ literals }: Row<Handler>): number {
  return literals.filter((literal) => literal !== undefined).length;
}
