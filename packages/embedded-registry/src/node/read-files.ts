import { readFile, stat } from 'node:fs/promises';
import { secret } from '@srkit/registry-protocol';
import type { EmbeddedRegistryOptions } from '../create-embedded-registry.ts';
import { readFaults } from '../faults/read-faults.ts';
import { InvalidInput } from '../input/invalid-input.ts';
import { type RegistrySnapshot, readSnapshot } from '../state/snapshot.ts';
import type { TlsOptions } from './create-server.ts';
import { readCredentials } from './read-credentials.ts';

/** The files that the command line names. */
export interface NamedFiles {
  faults?: string | undefined;
  credentials?: string | undefined;
  snapshot?: string | undefined;
  tls?: { key: string; cert: string; clientCa?: string | undefined } | undefined;
}

/** What was in them. */
export interface ReadFiles {
  registry: Pick<EmbeddedRegistryOptions, 'faults' | 'credentials'>;
  snapshot?: RegistrySnapshot;
  tls?: TlsOptions;
}

/**
 * Reads the files that the command line names.
 *
 * @param say told when a secret can be read by everybody
 * @throws Error with a sentence that names the file; the system's error when it cannot be read
 */
export async function readFiles(
  { faults, credentials, snapshot, tls }: NamedFiles,
  say: (line: string) => void,
): Promise<ReadFiles> {
  return {
    registry: {
      ...(faults !== undefined && { faults: await readJson(faults, readFaults) }),
      ...(credentials !== undefined && {
        credentials: readCredentials(await readSecretFile(credentials, say), credentials),
      }),
    },
    ...(snapshot !== undefined && {
      snapshot: await readJson(snapshot, (value) => {
        readSnapshot(value);
        return value as RegistrySnapshot;
      }),
    }),
    ...(tls && {
      tls: {
        key: secret(await readSecretFile(tls.key, say)),
        cert: await readFile(tls.cert),
        ...(tls.clientCa !== undefined && { clientCa: await readFile(tls.clientCa) }),
      },
    }),
  };
}

async function readSecretFile(path: string, say: (line: string) => void): Promise<string> {
  const { mode } = await stat(path);
  // Windows shows the same mode for every file.
  if (process.platform !== 'win32' && (mode & 0o004) !== 0)
    say(`${path} can be read by everybody on this machine. Take that away: chmod 600 ${path}`);
  return readFile(path, 'utf8');
}

async function readJson<Value>(path: string, read: (value: unknown) => Value): Promise<Value> {
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InvalidInput(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return read(value);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput(`${path}: ${error.message}`);
    throw error;
  }
}
