// Clears contexts in a process of its own: as the library does it, from reading to the last look, or in a bare loop.
import { clearContexts } from '../../packages/contexts/src/index.ts';
import { createRegistryClient } from '../../packages/registry-client/src/index.ts';
import { createTransport } from '../../packages/registry-client/src/node/index.ts';
import type { Cleared, ClearMessage } from './messages.ts';

const transport = createTransport();
const atOnce = 4;

process.on('message', (message: ClearMessage) => {
  void clear(message).then((cleared) => process.send?.(cleared));
});
process.send?.({ port: 0 });

async function clear({ port, contexts, permanent, bare = false }: ClearMessage): Promise<Cleared> {
  let requests = 0;
  const client = createRegistryClient({
    url: `http://127.0.0.1:${port}`,
    fetch: transport.fetch,
    cache: false,
    observe: () => {
      requests += 1;
      return undefined;
    },
  });
  const began = performance.now();
  if (bare) await clearInLoop(client, permanent);
  else await clearContexts(client, contexts, { permanent });
  return { milliseconds: performance.now() - began, requests };
}

/** One list, then the deletions. It knows nothing of references, so that it is run where there are none. */
async function clearInLoop(
  client: ReturnType<typeof createRegistryClient>,
  permanent: boolean,
): Promise<void> {
  const names = await client.subjects.list();
  for (const options of permanent ? [{}, { permanent }] : [{}]) {
    let next = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let name = names[next++]; name !== undefined; name = names[next++]) {
          await client.subjects.delete(name, options);
        }
      }),
    );
  }
}
