import { type TestAPI, test } from 'vitest';
import type { StartedRegistry, StartOptions } from '../start.ts';
import { createRegistryPool, type RegistryPool } from './registry-pool.ts';

/** What a test gets. */
export interface RegistryFixtures {
  /**
   * How its registry is started. For some tests it is overridden with `override` or `extend` (from Vitest 4.1 on), or `scoped`
   * (from 3.1 on).
   */
  registryOptions: StartOptions;
  /** A registry that listens, for this test alone: as it started, whatever the tests before have done. */
  registry: StartedRegistry;
  /** The registries of this worker. */
  registryPool: RegistryPool;
}

/**
 * Makes a `test` of Vitest with a registry that is started with these options.
 *
 * @example
 * const enterpriseTest = registryTestWith({ edition: 'enterprise' });
 */
export function registryTestWith(options: StartOptions): TestAPI<RegistryFixtures> {
  return test.extend<RegistryFixtures>({
    registryOptions: options,
    registryPool: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
      async ({}, use) => {
        const pool = createRegistryPool();
        await use(pool);
        await pool.stop();
      },
      // Below 3.2 there are no scopes: `auto` says that these are options, and each test has a server of its own.
      { scope: 'worker', auto: false },
    ],
    registry: async ({ registryPool, registryOptions }, use) => {
      const registry = await registryPool.take(registryOptions);
      await use(registry);
      registryPool.giveBack(registry);
    },
  });
}

/**
 * The `test` of Vitest with a registry. One is started for each worker, when the first test asks for it, and is put back to
 * how it started before each test.
 *
 * @example
 * registryTest('registers', async ({ registry }) => {
 *   const client = createClient(registry.url);
 * });
 */
export const registryTest: TestAPI<RegistryFixtures> = registryTestWith({});
