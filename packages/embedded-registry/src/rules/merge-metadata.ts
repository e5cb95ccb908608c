import type { Metadata } from '@srkit/registry-protocol';
import { versionProperty } from '../state/content-key.ts';
import type { ConfigRecord } from '../state/records.ts';

/** Lays one metadata over another: keys of the upper one win, sensitive names add up. */
function lay(lower: Metadata | null, upper: Metadata | null): Metadata | null {
  if (!lower || !upper) return upper ?? lower;
  const tags = { ...lower.tags, ...upper.tags };
  const properties = { ...lower.properties, ...upper.properties };
  const sensitive = [...new Set([...(lower.sensitive ?? []), ...(upper.sensitive ?? [])])];
  return {
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(sensitive.length > 0 && { sensitive }),
  };
}

/**
 * The metadata that a new version gets: what was sent, or else the previous version's, over the configured defaults and under
 * the configured overrides; and its version number where one was asked for or has been kept so far.
 *
 * @param sentVersion 0 for none, negative for "the next one, and keep it"
 */
export function metadataForVersion(
  config: ConfigRecord,
  sent: Metadata | null,
  previous: Metadata | null,
  sentVersion: number,
  nextVersion: number,
): Metadata | null {
  const merged = lay(
    lay(config.defaultMetadata ?? null, sent ?? previous),
    config.overrideMetadata ?? null,
  );
  const isKept =
    merged?.properties !== undefined && Object.hasOwn(merged.properties, versionProperty);
  if (sentVersion === 0 && !isKept) return merged;
  const version = String(sentVersion > 0 ? sentVersion : nextVersion);
  return { ...merged, properties: { ...merged?.properties, [versionProperty]: version } };
}
