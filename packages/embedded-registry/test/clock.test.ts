import { expect, test } from 'vitest';
import { createClock, createEmbeddedRegistry } from '../src/index.ts';

test('stands still until it is told to go on', async () => {
  const clock = createClock(1_000);
  const registry = createEmbeddedRegistry({ now: clock.now });
  const timeOf = async (subject: string) => {
    await registry.seed([{ path: `${subject}.avsc`, text: '"int"' }]);
    const answer = await registry.fetch(`http://x/subjects/${subject}/versions/1`);
    return ((await answer.json()) as { ts: number }).ts;
  };
  expect(await timeOf('a')).toBe(1_000);
  clock.advance(500);
  expect(await timeOf('b')).toBe(1_500);
});

test('stands at the present by default', () => {
  const before = Date.now();
  const { now } = createClock();
  expect(now()).toBeGreaterThanOrEqual(before);
  expect(now()).toBeLessThanOrEqual(Date.now());
});
