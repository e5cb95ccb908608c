import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

test('the example in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    [{ context: '.staging', subject: 'orders-value' }],
    ['095d71cf-1255-6b9d-5e33-0ad575b3df5d'],
  ]);
});
