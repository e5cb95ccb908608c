import { variables as ofRegistries, type Variable as RegistryVariable } from '@srkit/registries';

/** An environment variable of the command. */
export type Variable = Omit<RegistryVariable, 'kind'> & {
  kind: RegistryVariable['kind'] | 'log level';
};

/** The variables that the command reads itself; those of the registries are read by `@srkit/registries`. */
export const ownVariables = [
  {
    name: 'SRKIT_LOG_LEVEL',
    kind: 'log level',
    description: 'What goes to stderr: `silent`, `error`, `warn`, `info` or `debug`.',
    default: 'info',
  },
] as const satisfies readonly Variable[];

/** Where the server has a default of its own; see `openRegistries`. */
const otherDefaults: Readonly<Record<string, string>> = { SCHEMA_REGISTRY_CACHE_LATEST_MS: '0' };

/** Every variable that the command reads. The documentation is generated from this table. */
export const variables: readonly Variable[] = [
  ...ofRegistries.map((variable) => {
    const fallback = otherDefaults[variable.name];
    return fallback === undefined ? variable : { ...variable, default: fallback };
  }),
  ...ownVariables,
];
