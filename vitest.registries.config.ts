import { defineConfig } from 'vitest/config';

const conditions = ['@srkit/source', 'node', 'import', 'default'];

/** What runs against a real registry, named by REGISTRY_URL: see scripts/test-registries.mjs. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/test/registries/*.registry.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
