/** A release of the real registry. */
export interface ConfluentVersion {
  /** For example `8.1.5`. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/**
 * Reads a version.
 *
 * @param text for example `7.9.6` or `8.1`, which means its first patch
 * @throws RangeError when it is none, or older than 7.0.0
 */
export function readConfluentVersion(text: string): ConfluentVersion {
  const [, major = '', minor = '', patch = '0'] =
    /^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  if (major === '') {
    throw new RangeError(`confluentVersion takes a version like 8.1.5, not '${text}'.`);
  }
  if (Number(major) < 7)
    throw new RangeError(`confluentVersion must be 7.0.0 or newer, not ${text}.`);
  const numbers = { major: Number(major), minor: Number(minor), patch: Number(patch) };
  return { text: Object.values(numbers).join('.'), ...numbers };
}

/**
 * Whether a release has what came in several branches at once.
 *
 * @param firsts the first release of each branch that has it, oldest first, as in `7.9.6/8.0.3/8.1.1`: a version of a branch
 * that is not named has it when it is newer than the last one named
 */
export function isSince(version: ConfluentVersion, firsts: string): boolean {
  const named = firsts.split('/').map(readConfluentVersion);
  const own = named.find((first) => first.major === version.major && first.minor === version.minor);
  if (own) return version.patch >= own.patch;
  const last = named.at(-1);
  if (last === undefined) return true;
  return version.major > last.major || (version.major === last.major && version.minor > last.minor);
}
