import { parseArgs } from 'node:util';
import {
  type CompatibilityLevel,
  compatibilityLevel,
  contextName,
  isProtocolError,
} from '@srkit/registry-protocol';
import { isSubjectNaming, subjectNamings } from '../seed/name-subject.ts';
import type { SeedOptions } from '../seed/seed-files.ts';

/** What the command is to do. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'mistake'; message: string }
  | {
      kind: 'serve';
      port: number;
      host: string;
      compatibilityLevel: CompatibilityLevel;
      /** Folders to register schemas from. */
      seeds: string[];
      seedOptions: SeedOptions;
    };

/** How the command is called. */
export const usage = `srkit-registry: a Confluent-compatible Schema Registry in one process, without Kafka; it keeps nothing.

  srkit-registry [--port N] [--host H] [--seed DIR …]

  --port N             the port; 0 picks a free one (default 8081)
  --host H             the address to bind (default 127.0.0.1; the registry checks no credentials)
  --seed DIR           register every .avsc, .json and .proto file below DIR; can be given several times
  --naming HOW         name subjects by ${Object.entries(subjectNamings)
    .map(([how, example]) => `${how} (${example})`)
    .join(', ')}; default path
  --references HOW     register names used across files as references, or inline them (Avro); default register
  --context NAME       the context to seed (default .)
  --compatibility L    the level where none is configured (default BACKWARD)
  --help, --version

Its URL is printed to stdout when it is ready; everything else goes to stderr. SIGINT and SIGTERM end it.
`;

const options = {
  port: { type: 'string', default: '8081' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string', multiple: true, default: [] as string[] },
  naming: { type: 'string', default: 'path' },
  references: { type: 'string', default: 'register' },
  context: { type: 'string', default: '.' },
  compatibility: { type: 'string', default: 'BACKWARD' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads the command line; what is wrong with it comes back as a sentence. */
export function readArguments(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return mistake(`--port takes a number from 0 to 65535, not '${values.port}'.`);
    if (!isSubjectNaming(values.naming))
      return mistake(
        `--naming takes ${Object.keys(subjectNamings).join(', ')}, not '${values.naming}'.`,
      );
    const { naming, references } = values;
    if (references !== 'register' && references !== 'inline')
      return mistake(`--references takes register or inline, not '${references}'.`);
    return {
      kind: 'serve',
      port,
      host: values.host,
      compatibilityLevel: compatibilityLevel(values.compatibility),
      seeds: values.seed,
      seedOptions: { naming, references, context: contextName(values.context) },
    };
  } catch (error) {
    if (isProtocolError(error)) return mistake(error.message);
    if (error instanceof TypeError && 'code' in error) return mistake(error.message);
    throw error;
  }
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}
