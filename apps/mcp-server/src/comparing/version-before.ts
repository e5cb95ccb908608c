import type { KnownSchema } from '../reading/known-schema.ts';
import { readKnownVersion } from '../reading/known-schema.ts';
import type { VersionReader } from '../reading/version-reader.ts';

/** Reads the live version before a registered one; undefined where it is the first, or registered nowhere. */
export async function readVersionBefore(
  { registered }: KnownSchema,
  read: VersionReader,
  { signal }: { signal: AbortSignal },
): Promise<KnownSchema | undefined> {
  if (registered === undefined) return undefined;
  const { client, context, subject, version: newer } = registered;
  const versions = await client.inContext(context).versions.list(subject, { signal });
  const version = versions.filter((other) => other < newer).at(-1);
  return version === undefined ? undefined : readKnownVersion({ ...registered, version }, read);
}
