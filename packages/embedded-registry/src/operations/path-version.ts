import { parseVersion, type VersionSelector } from '@srkit/registry-protocol';
import { rejection } from '../http/rejection.ts';
import type { Call } from './call.ts';

/** @throws Rejection 42202 when the path's version is none */
export function pathVersion(call: Call): VersionSelector {
  const written = call.parameters['version'] ?? '';
  const version = parseVersion(written);
  if (version === undefined) throw rejection(42202, written);
  return version;
}

/** The path's subject, in normal form. */
export function pathSubject(call: Call): string {
  return call.parameters['subject'] ?? '';
}
