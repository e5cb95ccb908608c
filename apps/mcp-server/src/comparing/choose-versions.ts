import type { RegisteredSchema } from '@srkit/registry-protocol';
import type { CompatibilityLevel } from '@srkit/schemas';
import { inParallel } from '../reading/in-parallel.ts';
import type { VersionPlace, VersionReader } from '../reading/version-reader.ts';

/** Reading more than this for one question takes too long. */
const most = 100;

/** The versions that a check compares with, newest first. */
export interface ComparedVersions {
  versions: RegisteredSchema[];
  /** How many older ones were not read. */
  left: number;
}

/**
 * Reads the versions that a registry compares with.
 *
 * @param asked one version, or `all` for those that the level asks for
 * @param live every version of the subject, ascending
 */
export async function chooseVersions(
  place: VersionPlace & { subject: string },
  asked: { version: number | 'latest' | 'all'; level: CompatibilityLevel; live: readonly number[] },
  read: VersionReader,
): Promise<ComparedVersions> {
  const wanted = numbersOf(asked);
  const versions = await inParallel(wanted.slice(0, most), (version) =>
    read(place, place.subject, version),
  );
  return { versions, left: Math.max(0, wanted.length - most) };
}

function numbersOf({ version, level, live }: Parameters<typeof chooseVersions>[1]): number[] {
  if (typeof version === 'number') return [version];
  const every = version === 'all' && level.endsWith('_TRANSITIVE');
  return every ? live.toReversed() : live.slice(-1);
}
