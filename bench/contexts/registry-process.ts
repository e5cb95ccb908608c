// The embedded registry on a socket, filled when it is told how much it should hold; it answers late when it is told so.
import { createEmbeddedRegistry } from '../../packages/embedded-registry/src/index.ts';
import { listen } from '../../packages/embedded-registry/src/node/index.ts';
import type { CountMessage, FillMessage } from './messages.ts';

const registry = createEmbeddedRegistry({ compatibilityLevel: 'NONE' });
const { port } = await listen(registry, { port: 0 });
const teams = 10;
const headers = { 'content-type': 'application/json' };

process.on('message', (message: FillMessage | CountMessage) => {
  void ('count' in message ? count() : fill(message)).then((answer) => process.send?.(answer));
});
process.send?.({ port });

async function fill({ subjects, references, latencyMs }: FillMessage): Promise<object> {
  registry.faults.clear();
  await registry.reset();
  const random = createRandom(7);
  // Names in another order than that in which they are registered, so that references go in any direction.
  const names = Array.from({ length: subjects }, (_, index) => {
    const number = (index * 7919) % subjects;
    return `:.feature-${number % 5}:orders-${String(number).padStart(5, '0')}-value`;
  });
  for (const [index, subject] of names.entries()) {
    // Of the same team, whose members are in all contexts.
    const earlier = Math.floor(index / teams);
    const targets = new Set<number>();
    while (targets.size < Math.min(references, earlier)) {
      targets.add(index - teams * (1 + Math.floor(random() * earlier)));
    }
    await register(
      subject,
      index,
      [...targets].map((target) => [target, names[target] ?? '']),
    );
  }
  if (latencyMs > 0) registry.faults.set([{ kind: 'latency', delayMs: latencyMs }]);
  return { filled: subjects };
}

async function register(
  subject: string,
  index: number,
  targets: readonly (readonly [number: number, subject: string])[],
): Promise<void> {
  const schema = JSON.stringify({
    type: 'record',
    name: `Orders${index}`,
    fields: targets.map(([number]) => ({ name: `f${number}`, type: `Orders${number}` })),
  });
  const references = targets.map(([number, target]) => ({
    name: `Orders${number}`,
    subject: target,
    version: 1,
  }));
  const target = `/subjects/${encodeURIComponent(subject)}/versions`;
  const body = JSON.stringify({ schema, references });
  const { status } = await registry.handle({ method: 'POST', target, headers, body });
  if (status !== 200) throw new Error(`${subject} was not registered: ${status}`);
}

async function count(): Promise<object> {
  registry.faults.clear();
  const answer = await registry.fetch('http://registry/subjects');
  return { left: ((await answer.json()) as unknown[]).length };
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
