// The embedded registry on a socket; says how much memory it takes when it is asked.
import { createEmbeddedRegistry } from '../../packages/embedded-registry/src/index.ts';
import { listen } from '../../packages/embedded-registry/src/node/index.ts';

const registry = createEmbeddedRegistry();
const { port } = await listen(registry, { port: 0 });
process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage.rss() });
});
process.send?.({ port });
