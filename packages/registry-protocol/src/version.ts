/** The greatest version number: 2^31 - 1. */
export const maxVersion = 2_147_483_647;

/** A version of a subject: its number, or the newest one that is not deleted. */
export type VersionSelector = number | 'latest';

/**
 * Reads a version as the registry does: trimmed, `latest` in any case, `-1` is `latest`, otherwise a number from 1 to 2^31 - 1.
 *
 * @returns undefined for everything else (the registry answers 42202)
 */
export function parseVersion(written: string): VersionSelector | undefined {
  const text = written.trim();
  if (text.toLowerCase() === 'latest' || text === '-1') return 'latest';
  if (!/^\+?\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= 1 && number <= maxVersion ? number : undefined;
}
