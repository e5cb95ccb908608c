import { type Operation, routes } from '@srkit/registry-protocol';
import type { RegistryRequest } from '../http/message.ts';
import { type RequestedRoute, readPath } from '../http/route-of-request.ts';
import { InvalidInput } from '../input/invalid-input.ts';
import { shown } from '../input/read-object.ts';
import type { FaultScope } from './fault.ts';

/** Whether a request is one of those that a fault can hit. */
export type RequestFilter = (
  request: RegistryRequest,
  route: RequestedRoute | undefined,
) => boolean;

/** The parameters of a path that have to be as written. */
type FixedParameters = readonly (readonly [name: string, value: string])[];

/**
 * Reads which requests a fault can hit.
 *
 * @param name what it is part of, for a sentence
 * @throws InvalidInput for a route that no registry has
 */
export function readRoute({ route, method }: FaultScope, name: string): RequestFilter {
  if (route === undefined) return (request) => method === undefined || request.method === method;
  const wanted = route.includes('/')
    ? operationsOfPath(route, method, name)
    : operationsOfName(route, method, name);
  return (_, requested) => {
    const fixed = requested && wanted.get(requested.operation);
    return (
      fixed?.every(([parameter, value]) => requested?.parameters[parameter] === value) ?? false
    );
  };
}

function operationsOfName(
  name: string,
  method: string | undefined,
  fault: string,
): Map<Operation, FixedParameters> {
  const found = routes.find(({ operation }) => operation === name);
  if (!found) throw unknownRoute(fault, name);
  if (method !== undefined && method !== found.method)
    throw new InvalidInput(`${fault}: ${name} is ${found.method}, not ${method}.`);
  return new Map([[found.operation, []]]);
}

function operationsOfPath(
  written: string,
  method: string | undefined,
  fault: string,
): Map<Operation, FixedParameters> {
  const [, own, path = ''] = /^(?:([A-Z]+) +)?(\/\S*)$/.exec(written) ?? [];
  const known = path === '' ? undefined : readPath(path);
  if (known === undefined) throw unknownRoute(fault, written);
  if (own !== undefined && method !== undefined && own !== method)
    throw new InvalidInput(`${fault}: its route is for ${own}, its method is ${method}.`);
  const wanted = own ?? method;
  const fixed = Object.entries(known.parameters).filter(([, value]) => !/^\{.*\}$/.test(value));
  const fitting = [...known.operations].filter(([each]) => wanted === undefined || each === wanted);
  if (fitting.length === 0) {
    const methods = [...known.operations.keys()].join(', ');
    throw new InvalidInput(`${fault}: ${path} has no ${wanted}; it has ${methods}.`);
  }
  return new Map(fitting.map(([, operation]) => [operation, fixed]));
}

function unknownRoute(fault: string, route: string): InvalidInput {
  return new InvalidInput(
    `${fault}: the registry has no route ${shown(route)}. Write a route like 'POST /subjects/{subject}/versions', or an operation like registerSchema.`,
  );
}
