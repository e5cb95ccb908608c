import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName, RegisterSchemaRequest } from '@srkit/registry-protocol';
import { readVersion } from '../reading/read-version.ts';
import { requireReferences } from '../reading/require-references.ts';
import { configInForce, type SettingSource } from '../reading/setting-in-force.ts';
import { createVersionReader } from '../reading/version-reader.ts';
import { versionsOf } from '../reading/versions-of.ts';
import { type Explanation, explainCheck } from './explain-check.ts';

/** Whether a schema may follow, and by which level that was decided. */
export interface CheckedSchema extends Explanation {
  compatible: boolean;
  messages: string[];
  level: string;
  level_source: SettingSource;
  checked_against: string;
}

/**
 * Asks the registry whether a schema may follow in a subject, reads the level in force beside it, and finds the reasons.
 *
 * @throws ToolError `missing_references`
 */
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
  const version = every ? ('all' as const) : readVersion(options.version);
  const read = createVersionReader({ signal });
  await requireReferences(place, request.references, { read, signal });
  const [result, config, { live }] = await Promise.all([
    place.client.compatibility.check(place.subject, request, { version, normalize, signal }),
    configInForce(place, { signal }),
    versionsOf(place.client, place.subject, { signal }),
  ]);
  const asked = { place, request, version, config: config.value, live };
  const explanation = await explainCheck({ ...asked, ...result }, read, { signal });
  return {
    ...result,
    ...explanation,
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
