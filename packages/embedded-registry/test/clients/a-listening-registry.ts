import { onTestFinished } from 'vitest';
import { createEmbeddedRegistry, type EmbeddedRegistryOptions } from '../../src/index.ts';
import { listen } from '../../src/node/index.ts';

/** An empty registry on a socket until the test ends. Gives its address. */
export async function aListeningRegistry(options: EmbeddedRegistryOptions = {}): Promise<string> {
  const { url, close } = await listen(createEmbeddedRegistry(options));
  onTestFinished(close);
  return url;
}
