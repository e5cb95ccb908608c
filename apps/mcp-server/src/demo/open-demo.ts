import { createEmbeddedRegistry } from '@srkit/embedded-registry';
import { seedFolder } from '@srkit/embedded-registry/node';
import type { Log } from '../log.ts';
import type { NotRegistered } from '../server-options.ts';
import { registerShop } from './register-shop.ts';

/** A registry in memory, filled. */
export interface OpenDemo {
  fetch: typeof globalThis.fetch;
  notRegistered: NotRegistered[];
}

/**
 * Fills a registry in memory: with the schemas of a small shop, or with those of a folder.
 *
 * @param folder of `.avsc`, `.json` and `.proto` files
 * @param log is told of faults of the registry
 */
export async function openDemo(folder: string | undefined, log: Log): Promise<OpenDemo> {
  const onInternalError = (error: unknown) => log('error', `the demo's registry: ${error}`);
  const registry = createEmbeddedRegistry({ onInternalError });
  if (folder === undefined) {
    await registerShop(registry.fetch);
    return { fetch: registry.fetch, notRegistered: [] };
  }
  const outcomes = await seedFolder(registry, folder);
  return {
    fetch: registry.fetch,
    notRegistered: outcomes.flatMap((outcome) =>
      outcome.ok ? [] : [{ file: outcome.file, reason: outcome.reason }],
    ),
  };
}
