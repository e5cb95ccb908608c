import { defineConfig } from 'tsup';

/** What every library is built with: `tsup --config ../../tsup.config.ts src/index.ts`. */
export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm'],
  target: 'node20',
  dts: true,
  sourcemap: true,
  clean: true,
  // The default strips "node:" and so breaks node:sqlite.
  removeNodeProtocol: false,
});
