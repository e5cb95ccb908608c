import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName, RegisterSchemaRequest } from '@srkit/registry-protocol';
import { readVersion } from './read-version.ts';
import { configInForce, type SettingSource } from './setting-in-force.ts';
import { versionsOf } from './versions-of.ts';

/** Whether a schema may follow, and by which level that was decided. */
export interface CheckedSchema {
  compatible: boolean;
  messages: string[];
  level: string;
  level_source: SettingSource;
  checked_against: string;
}

/** Asks the registry whether a schema may follow in a subject, and reads the level in force beside it. */
export async function checkSchema(
  place: { client: RegistryClient; context: ContextName; subject: string },
  request: RegisterSchemaRequest,
  options: {
    version: string | undefined;
    normalize: boolean | undefined;
    signal: AbortSignal;
  },
): Promise<CheckedSchema> {
  const { normalize, signal } = options;
  const every = options.version?.trim().toLowerCase() === 'all';
  const version = every ? 'all' : readVersion(options.version);
  const [result, config, { live }] = await Promise.all([
    place.client.compatibility.check(place.subject, request, { version, normalize, signal }),
    configInForce(place, { signal }),
    versionsOf(place.client, place.subject, { signal }),
  ]);
  return {
    ...result,
    level: config.value.compatibilityLevel ?? 'unknown',
    level_source: config.source,
    checked_against: checkedAgainst(version, live),
  };
}

function checkedAgainst(version: number | 'latest' | 'all', live: readonly number[]): string {
  const newest = live.at(-1);
  if (newest === undefined) return 'nothing';
  if (version === 'latest') return `version ${newest}`;
  return version === 'all' ? 'the versions that the level asks for' : `version ${version}`;
}
