/** How the text of a variable is read. */
export type VariableKind = 'url' | 'text' | 'switch' | 'milliseconds' | 'context' | 'log level';

/** An environment variable of the command. */
export interface Variable {
  name: string;
  kind: VariableKind;
  description: string;
  /** What counts when it is not set, in words; absent where nothing does. */
  default?: string;
  /** Its value is wrapped at once and never printed. */
  secret?: boolean;
}

/** Every variable that the command reads. The documentation is generated from this table. */
export const variables = [
  {
    name: 'SCHEMA_REGISTRY_URL',
    kind: 'url',
    description:
      'Address of the registry, for example `http://localhost:8081`. Without it the demo is served.',
  },
  {
    name: 'SCHEMA_REGISTRY_USER',
    kind: 'text',
    description: 'User (or API key) for basic authentication. Needs SCHEMA_REGISTRY_PASSWORD.',
  },
  {
    name: 'SCHEMA_REGISTRY_PASSWORD',
    kind: 'text',
    description: 'Password (or API secret) for basic authentication. Needs SCHEMA_REGISTRY_USER.',
    secret: true,
  },
  {
    name: 'VIEWONLY',
    kind: 'switch',
    description: 'Offer only tools that read, and refuse every write before it is sent.',
    default: 'false',
  },
  {
    name: 'READONLY',
    kind: 'switch',
    description: 'The same as VIEWONLY; one of the two is enough.',
    default: 'false',
  },
  {
    name: 'SRKIT_CONTEXT',
    kind: 'context',
    description: 'Context that is meant where a call names none, for example `staging`.',
    default: '. (the default context)',
  },
  {
    name: 'SRKIT_TIMEOUT_MS',
    kind: 'milliseconds',
    description: 'Milliseconds that one request to the registry may take.',
    default: '10000',
  },
  {
    name: 'SRKIT_LOG_LEVEL',
    kind: 'log level',
    description: 'What goes to stderr: `silent`, `error`, `warn`, `info` or `debug`.',
    default: 'info',
  },
] as const satisfies readonly Variable[];

/** The name of a variable that the command reads. */
export type VariableName = (typeof variables)[number]['name'];
