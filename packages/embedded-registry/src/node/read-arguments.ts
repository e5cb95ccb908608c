import { parseArgs } from 'node:util';
import {
  type CompatibilityLevel,
  compatibilityLevel,
  contextName,
  isProtocolError,
} from '@srkit/registry-protocol';
import { readConfluentVersion } from '../features/confluent-version.ts';
import type { Edition } from '../registry.ts';
import { isSubjectNaming, subjectNamings } from '../seed/name-subject.ts';
import type { SeedOptions } from '../seed/seed-files.ts';
import { adminExposure } from './admin-exposure.ts';
import type { NamedFiles } from './read-files.ts';

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
      confluentVersion: string;
      edition: Edition;
      clusterId: string;
      admin: boolean;
      files: NamedFiles;
      /** The folder that everything is kept in; undefined for memory only. */
      data: string | undefined;
      /** Folders to register schemas from. */
      seeds: string[];
      seedOptions: SeedOptions;
    };

const options = {
  port: { type: 'string', default: '8081' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  seed: { type: 'string', multiple: true, default: [] as string[] },
  naming: { type: 'string', default: 'path' },
  references: { type: 'string', default: 'register' },
  context: { type: 'string', default: '.' },
  compatibility: { type: 'string', default: 'BACKWARD' },
  'confluent-version': { type: 'string', default: '8.1.5' },
  edition: { type: 'string', default: 'community' },
  'cluster-id': { type: 'string', default: 'embedded' },
  admin: { type: 'boolean', default: false },
  faults: { type: 'string' },
  snapshot: { type: 'string' },
  'credentials-file': { type: 'string' },
  'tls-key': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-client-ca': { type: 'string' },
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
    if (values.data === '') return mistake("--data takes a folder, not ''.");
    if (!isSubjectNaming(values.naming))
      return mistake(
        `--naming takes ${Object.keys(subjectNamings).join(', ')}, not '${values.naming}'.`,
      );
    const { naming, references } = values;
    if (references !== 'register' && references !== 'inline')
      return mistake(`--references takes register or inline, not '${references}'.`);
    const { edition, host, admin, faults, snapshot, 'credentials-file': credentials } = values;
    if (edition !== 'community' && edition !== 'enterprise')
      return mistake(`--edition takes community or enterprise, not '${edition}'.`);
    readConfluentVersion(values['confluent-version']);
    const { 'tls-key': key, 'tls-cert': cert, 'tls-client-ca': clientCa } = values;
    if ((key === undefined) !== (cert === undefined))
      return mistake('--tls-key and --tls-cert belong together: give both.');
    const tls = key === undefined || cert === undefined ? undefined : { key, cert, clientCa };
    if (clientCa !== undefined && tls === undefined)
      return mistake('--tls-client-ca needs --tls-key and --tls-cert.');
    const exposure = adminExposure({ admin, host, hasAccess: credentials !== undefined });
    if (exposure !== undefined) return mistake(`${exposure} Give --credentials-file.`);
    return {
      kind: 'serve',
      port,
      host,
      compatibilityLevel: compatibilityLevel(values.compatibility),
      confluentVersion: values['confluent-version'],
      edition,
      clusterId: values['cluster-id'],
      admin,
      files: { faults, snapshot, credentials, tls },
      data: values.data,
      seeds: values.seed,
      seedOptions: { naming, references, context: contextName(values.context) },
    };
  } catch (error) {
    if (isProtocolError(error) || error instanceof RangeError) return mistake(error.message);
    if (error instanceof TypeError && 'code' in error) return mistake(error.message);
    throw error;
  }
}

function mistake(message: string): Command {
  return { kind: 'mistake', message };
}
