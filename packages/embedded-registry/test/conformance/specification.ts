import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { EmbeddedRegistryOptions } from '../../src/index.ts';
import { candidates } from './connect.ts';
import { type RegistryUnderTest, registryForFile } from './registry-under-test.ts';

/**
 * One chapter of what a registry does. Its tests run against every registry under test, and what they made is removed after
 * each of them.
 *
 * @param options of our registry, for what is seen with other options only
 */
export function specification(
  title: string,
  chapter: (registry: RegistryUnderTest) => void,
  options: EmbeddedRegistryOptions = {},
): void {
  describe.each(candidates(options))(`${title}, $name`, { timeout: 60_000 }, (candidate) => {
    const registry = registryForFile(candidate);
    beforeAll(registry.open);
    afterEach(registry.cleanUp);
    afterAll(registry.close);
    chapter(registry);
  });
}
