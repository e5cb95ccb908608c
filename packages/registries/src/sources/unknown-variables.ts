import { nearestName } from '../nearest-name.ts';
import type { Mistake } from '../registries-error.ts';
import { takeApart } from './registries-of-variables.ts';
import { variables } from './variables.ts';

const known: ReadonlySet<string> = new Set(variables.map(({ name }) => name));
const numbered: ReadonlySet<string> = new Set([
  ...variables.filter((variable) => variable.numbered).map(({ name }) => name),
  'VIEWONLY',
  'READONLY',
]);
// VIEW_ONLY and READ_ONLY too: who writes them and is not told believes that nothing can be changed.
const ours = /^(?:SCHEMA_REGISTRY_|REGISTRIES|SRKIT_|(?:VIEW|READ)_?ONLY(?:_\d+)?$)/i;
/**
 * What Kubernetes adds where a service is called schema-registry: `SCHEMA_REGISTRY_SERVICE_HOST`, and `SCHEMA_REGISTRY_PORT`
 * with `tcp://…`.
 */
const ofKubernetes =
  /^SCHEMA_REGISTRY_(?:\w+_)?(?:SERVICE_(?:HOST|PORT(?:_\w+)?)|PORT(?:_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)?)$/;

/** Who reads which variables beside ours. */
export interface OtherVariables {
  /** Variables that look like ours and are read by somebody else. */
  names: readonly string[];
  /** What sentences call the program. */
  program: string;
}

/** Complains of variables that look like ours and are none: a setting that is silently ignored is found out too late. */
export function unknownVariables(
  set: ReadonlyMap<string, string>,
  { names, program }: OtherVariables,
): Mistake[] {
  const all = [...known, ...names];
  return [...set.keys()].flatMap((name): Mistake[] => {
    const { stem, digits } = takeApart(name);
    const isKnown = all.includes(name) || (digits !== undefined && numbered.has(stem));
    if (isKnown || !ours.test(name) || ofKubernetes.test(name)) return [];
    const nearest = nearestNumbered(stem, digits) ?? nearestName(name, all);
    const hint = nearest ? `Did you mean ${nearest}?` : `It knows ${all.join(', ')}.`;
    return [{ place: name, message: `${name} is not a variable of ${program}. ${hint}` }];
  });
}

function nearestNumbered(stem: string, digits: string | undefined): string | undefined {
  const nearest = digits === undefined ? undefined : nearestName(stem, [...numbered]);
  return nearest && `${nearest}_${digits}`;
}
