/** The longest address that is read, in characters: far more than the longest names need. */
const longest = 8_192;

/**
 * Reads the names out of an address that fits a template.
 *
 * @param parts as they stand in it, percent-encoded, by the name of their variable
 * @returns undefined when they cannot be read
 */
export function namesOfAddress(
  address: string,
  parts: Readonly<Record<string, string | string[]>>,
): Record<string, string> | undefined {
  if (address.length > longest) return undefined;
  try {
    return Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, decodeURIComponent(String(part))]),
    );
  } catch {
    return undefined;
  }
}
