import { parseVersion, type VersionSelector } from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';

/**
 * Reads a version as a call writes it: a number, or `latest`, which is also meant where nothing is written.
 *
 * @throws ToolError `invalid_arguments`
 */
export function readVersion(written: string | undefined): VersionSelector {
  const version = written === undefined ? 'latest' : parseVersion(written);
  if (version !== undefined) return version;
  throw new ToolError(
    'invalid_arguments',
    `${JSON.stringify(written)} is not a version. Write a number from 1, or 'latest'.`,
  );
}
