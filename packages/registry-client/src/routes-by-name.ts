import { type Operation, type Route, routes } from '@srkit/registry-protocol';

type NamedRoute = Route & { operation: Operation };

const byName = new Map<Operation, NamedRoute>(routes.map((route) => [route.operation, route]));

/** The row of the table of routes that an operation is. */
export function routeOf(operation: Operation): NamedRoute {
  const route = byName.get(operation);
  if (!route) throw new TypeError(`There is no operation ${operation} in the table of routes.`);
  return route;
}
