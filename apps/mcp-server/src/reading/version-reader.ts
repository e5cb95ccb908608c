import type { RegistryClient } from '@srkit/registry-client';
import type { ContextName, RegisteredSchema, VersionSelector } from '@srkit/registry-protocol';

/** Where versions are. */
export interface VersionPlace {
  /** In any context. */
  client: RegistryClient;
  context: ContextName;
}

/** Reads versions for one call, each of them once. */
export type VersionReader = (
  place: VersionPlace,
  subject: string,
  version: VersionSelector,
  options?: { deleted?: boolean | undefined },
) => Promise<RegisteredSchema>;

/** Makes a reader that remembers what it has read until the call ends. */
export function createVersionReader({ signal }: { signal: AbortSignal }): VersionReader {
  const readings = new Map<string, Promise<RegisteredSchema>>();
  const registries: string[] = [];
  return ({ client, context }, subject, version, { deleted = false } = {}) => {
    const { url } = client.describe();
    if (!registries.includes(url)) registries.push(url);
    const key = JSON.stringify([registries.indexOf(url), context, subject, version, deleted]);
    const known = readings.get(key);
    if (known) return known;
    const reading = client.inContext(context).versions.get(subject, version, { deleted, signal });
    readings.set(key, reading);
    return reading;
  };
}
