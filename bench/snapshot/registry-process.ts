// The embedded registry on a socket, filled when it is told how much it should hold; it answers late when it is told so.
import { createEmbeddedRegistry } from '../../packages/embedded-registry/src/index.ts';
import { listen } from '../../packages/embedded-registry/src/node/index.ts';
import { recordText } from '../embedded/texts.ts';
import type { FillMessage } from './messages.ts';

const registry = createEmbeddedRegistry({ compatibilityLevel: 'NONE' });
const { port } = await listen(registry, { port: 0 });

process.on('message', (message: FillMessage) => void fill(message));
process.send?.({ port });

async function fill({ subjects, versions, latencyMs, configured }: FillMessage): Promise<void> {
  registry.faults.clear();
  await registry.reset();
  const headers = { 'content-type': 'application/json' };
  for (let index = 0; index < subjects; index += 1) {
    const subject = `com.example.team-${index % 7}.orders-${index}-value`;
    for (let version = 0; version < versions; version += 1) {
      const schema = recordText(`Orders${index}`, version);
      const target = `/subjects/${subject}/versions`;
      await registry.handle({ method: 'POST', target, headers, body: JSON.stringify({ schema }) });
    }
    if (configured && index % 3 === 0) {
      const body = JSON.stringify({ compatibility: 'FULL' });
      await registry.handle({ method: 'PUT', target: `/config/${subject}`, headers, body });
    }
  }
  if (latencyMs > 0) registry.faults.set([{ kind: 'latency', delayMs: latencyMs }]);
  process.send?.({ filled: subjects * versions });
}
