// The embedded registry on a socket, filled when it is told how much it should hold; it answers late when it is told so.
import { createEmbeddedRegistry } from '../../packages/embedded-registry/src/index.ts';
import { listen } from '../../packages/embedded-registry/src/node/index.ts';
import { recordText } from '../embedded/texts.ts';
import type { FillMessage } from './messages.ts';

const registry = createEmbeddedRegistry({ compatibilityLevel: 'NONE' });
const { port } = await listen(registry, { port: 0 });

process.on('message', (message: FillMessage) => void fill(message));
process.send?.({ port });

async function fill({
  subjects,
  versions,
  latencyMs,
  configured = false,
  planted = false,
}: FillMessage): Promise<void> {
  registry.faults.clear();
  await registry.reset();
  for (let index = 0; index < subjects; index += 1) {
    const change = planted ? plantedAt(index) : undefined;
    if (change === 'no subject') continue;
    const subject = `com.example.team-${index % 7}.orders-${index}-value`;
    const more = { 'extra version': 1, 'no version': -1 }[change ?? ''] ?? 0;
    for (let version = 0; version < versions + more; version += 1) {
      const isOther = change === 'content' && version === versions - 1;
      const schema = recordText(`Orders${index}`, isOther ? version + versions : version);
      await send('POST', `/subjects/${subject}/versions`, { schema });
    }
    const isConfigured = configured && index % 3 === 0;
    if (isConfigured || change === 'config') {
      const compatibility = change === 'config' ? 'FORWARD' : 'FULL';
      await send('PUT', `/config/${subject}`, { compatibility });
    }
  }
  for (let extra = 0; planted && extra < 3; extra += 1) {
    await send('POST', `/subjects/extra-${extra}/versions`, { schema: '"string"' });
  }
  if (latencyMs > 0) registry.faults.set([{ kind: 'latency', delayMs: latencyMs }]);
  process.send?.({ filled: subjects * versions });
}

async function send(method: string, target: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await registry.handle({ method, target, headers, body: JSON.stringify(body) });
}

/** What is different at a subject: with three more subjects, 33 differences. */
function plantedAt(index: number): string | undefined {
  if (index < 10) return 'content';
  if (index < 15) return 'no version';
  if (index < 20) return 'extra version';
  if (index < 24) return 'no subject';
  return index < 30 ? 'config' : undefined;
}
