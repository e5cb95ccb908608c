import { defaultContext } from '@srkit/registry-protocol';
import type { Asked } from './ask.ts';
import type { Reading } from './reading.ts';

/** What a registry is, as far as reading needs it. */
export interface ServerKind {
  /** Its contexts; undefined where it has none, and then prefixes do not work either. */
  readonly contexts: readonly string[] | undefined;
  /** Whether it has a bulk read that can be trusted. */
  readonly hasBulkRead: boolean;
  /** Whether a subject without settings is answered with those in force. */
  readonly settingsInForce: boolean;
}

const withBulkRead: ReadonlySet<string> = new Set([
  'confluent',
  'confluent-cloud',
  'axonops',
  'karapace',
]);

/**
 * Tells what a registry is: by its contexts, which only those have whose bulk read is like Confluent's; otherwise it is probed.
 * Others list schemas too, but mean something else by it: what they leave out must not look as if it were not there.
 *
 * @throws RegistryError when nothing answers
 */
export async function tellServer(
  { client, ask, signal }: Reading,
  listed: Asked<string[]> | undefined,
): Promise<ServerKind> {
  if (listed?.ok && listed.value.includes(defaultContext)) {
    return { contexts: listed.value, hasBulkRead: true, settingsInForce: false };
  }
  const profile = await ask(async () => client.probe({ signal }));
  if (!profile.ok) throw profile.error;
  const { vendor, can } = profile.value;
  const isConfluent = vendor === 'confluent' || vendor === 'confluent-cloud';
  // A list that is refused may still be there; one that does not exist (404) is of a release without contexts.
  const isRefused = isConfluent && listed?.ok === false && listed.error.status !== 404;
  return {
    contexts: isRefused ? [defaultContext] : undefined,
    hasBulkRead: withBulkRead.has(vendor) && (can.bulkRead || isConfluent),
    settingsInForce: vendor === 'apicurio',
  };
}
