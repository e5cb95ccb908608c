import { isRegistryError } from '@srkit/registry-client';
import {
  type Config,
  isCompatibilityLevel,
  parseQualifiedName,
  type RegisteredSchema,
  type RegisterSchemaRequest,
} from '@srkit/registry-protocol';
import type { CompatibilityLevel, PreviousSchema } from '@srkit/schemas';
import { parseStored, readKnownText } from '../reading/known-schema.ts';
import type { VersionPlace, VersionReader } from '../reading/version-reader.ts';
import { ToolError } from '../tool-error.ts';
import { chooseVersions } from './choose-versions.ts';
import { type DangerWarning, dangersAt } from './dangers-at.ts';

/** Why a schema does not fit, place by place. */
export interface Reason {
  /** The earlier version. */
  version: number;
  path: string;
  type: string;
  direction: string;
  message: string;
}

/** What this server finds beside the registry's verdict, which is the one that counts. */
export interface Explanation {
  reasons: Reason[];
  total_reasons: number;
  warnings: DangerWarning[];
  total_warnings: number;
  /** Why there are no reasons and warnings, or not all. */
  incomplete?: string;
  verdicts_differ?: string;
}

/** What was asked of the registry, and what it said. */
export interface Check {
  place: VersionPlace & { subject: string };
  request: RegisterSchemaRequest;
  version: number | 'latest' | 'all';
  config: Config;
  /** Ascending. */
  live: readonly number[];
  compatible: boolean;
}

/**
 * Finds the reasons of a verdict in the texts that were compared, and what the registry takes although it is dangerous.
 * What cannot be found out is said, never thrown: the verdict is there already.
 */
export async function explainCheck(
  check: Check,
  read: VersionReader,
  { signal }: { signal: AbortSignal },
): Promise<Explanation> {
  const { compatibilityLevel: level = '' } = check.config;
  if (!isCompatibilityLevel(level)) {
    return nothing(
      `The level '${level}' is not known here, so there are no reasons: see messages.`,
    );
  }
  const { isSchemaError } = await import('@srkit/schemas');
  try {
    return await explain(check, level, read, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (isSchemaError(error) || isRegistryError(error) || error instanceof ToolError) {
      return nothing(`No reasons and warnings: ${error.message}`);
    }
    throw error;
  }
}

async function explain(
  { place, request, version, config, live, compatible }: Check,
  level: CompatibilityLevel,
  read: VersionReader,
  signal: AbortSignal,
): Promise<Explanation> {
  const { checkCompatibility, sameCompatibilityGroup } = await import('@srkit/schemas');
  const text = { ...request, schema: request.schema ?? '' };
  const { parsed: next } = await readKnownText(text, place, read, { signal });
  const chosen = await chooseVersions(place, { version, level, live }, read);
  const same = sameCompatibilityGroup(
    chosen.versions,
    request.metadata,
    config.compatibilityGroup ?? undefined,
  );
  const previous: PreviousSchema[] = [];
  for (const one of same) previous.push(await parsePrevious(place, one, read));
  const policy = config.compatibilityPolicy === 'LENIENT' ? 'LENIENT' : 'STRICT';
  const { failures = [] } = checkCompatibility(next, previous, level, {
    everyVersion: true,
    validateFields: config.validateFields === true,
    policy,
    metadata: request.metadata,
  });
  const reasons = failures.flatMap(({ version, differences }) =>
    differences.map(({ path, type, direction, message }) => {
      return { version, path, type, direction, message };
    }),
  );
  const newest = previous[0]?.schema;
  const warnings = newest === undefined ? [] : await dangersAt(level, newest, next, policy);
  const fits = failures.length === 0;
  return {
    reasons,
    total_reasons: reasons.length,
    warnings,
    total_warnings: warnings.length,
    ...(chosen.left > 0 && {
      incomplete: `${chosen.left} older versions were not compared here: name one as 'version'.`,
    }),
    ...(fits !== compatible &&
      chosen.left === 0 && {
        verdicts_differ: `Compared here, the schema is ${fits ? 'compatible' : 'not compatible'}. What counts is the registry's verdict: see messages.`,
      }),
  };
}

async function parsePrevious(
  { client }: VersionPlace,
  found: RegisteredSchema,
  read: VersionReader,
): Promise<PreviousSchema> {
  const { context } = parseQualifiedName(found.subject);
  const schema = await parseStored({ ...found, place: { client, context } }, read);
  return { version: found.version, schema, metadata: found.metadata };
}

function nothing(incomplete: string): Explanation {
  return { reasons: [], total_reasons: 0, warnings: [], total_warnings: 0, incomplete };
}
