import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

test('the example in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    ['incompatible_schema', 409, expect.stringContaining('compatibility level')],
    [':.staging:orders-value', 1, 1],
  ]);
});

test('the README lists every option of a client', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const source = await readFile(
    new URL('../src/create-registry-client.ts', import.meta.url),
    'utf8',
  );
  const options = /interface RegistryClientOptions \{(.*?)\n\}/s.exec(source)?.[1] ?? '';
  const names = [...options.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
});
