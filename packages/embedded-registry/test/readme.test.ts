import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

test('the example in the README runs as it stands there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    [expect.objectContaining({ id: 1, version: 1, schemaType: 'AVRO' })],
    [['orders-value']],
  ]);
});

test('the README lists every option of a registry', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const file = new URL('../src/create-embedded-registry.ts', import.meta.url);
  const source = await readFile(file, 'utf8');
  const options = /interface EmbeddedRegistryOptions \{(.*?)\n\}/s.exec(source)?.[1] ?? '';
  const names = [...options.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(readme).toContain(`| \`${name}\` |`);
});
