import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
const names = ['readme-example.ts', 'readme-start.ts', 'readme-fixture.test.ts'];

test('the examples in the README are files that run', async () => {
  const blocks = [...(await read('../README.md')).matchAll(/```ts\n(.*?)```/gs)];
  expect(blocks.map(([, text]) => text)).toEqual(await Promise.all(names.map(read)));
});

test('the first example does what it says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    [expect.objectContaining({ id: 1, version: 1, schemaType: 'AVRO' })],
    [['orders-value']],
  ]);
});

test("the example with Confluent's client does what it says", async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-start.ts');
  expect(log.mock.calls).toEqual([[expect.objectContaining({ id: 7 })]]);
});

test('the README lists every option of a registry', async () => {
  const readme = await read('../README.md');
  const sources = await Promise.all(
    ['../src/create-embedded-registry.ts', '../src/access/access-options.ts'].map(read),
  );
  const options = sources.flatMap((source) => [
    ...source.matchAll(/interface (?:EmbeddedRegistry|Access)Options[^{]*\{(.*?)\n\}/gs),
  ]);
  const found = options.flatMap(([, text = '']) => [...text.matchAll(/^ {2}(\w+)\??:/gm)]);
  expect(found.length).toBeGreaterThan(8);
  for (const [, name] of found) expect(readme).toContain(`| \`${name}\` |`);
});
