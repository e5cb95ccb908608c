import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

test('the library example in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../../../../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('library-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./library-example.ts');
  expect(log.mock.calls).toEqual([
    [{ compatible: false, messages: expect.arrayContaining([expect.stringContaining("'total'")]) }],
    [expect.stringContaining('compatibility level')],
  ]);
});
