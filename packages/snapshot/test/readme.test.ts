import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

test('the example in the README runs as it stands there', async () => {
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    ['orders-value', 1, 1, '"string"'],
    [':.staging:orders-value', 1, 1, '"int"'],
  ]);
});

test('the README lists every option and every code of an error', async () => {
  const options = await sourceOf('take-snapshot', /interface TakeSnapshotOptions \{(.*?)\n\}/s);
  const names = [...options.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(readme).toContain(`| \`${name}\` |`);

  const codes = await sourceOf('snapshot-error', /type SnapshotErrorCode =(.*?);/s);
  for (const [, code] of codes.matchAll(/'(\w+)'/g)) expect(readme).toContain(`\`${code}\``);
});

async function sourceOf(name: string, part: RegExp): Promise<string> {
  const source = await readFile(new URL(`../src/${name}.ts`, import.meta.url), 'utf8');
  return part.exec(source)?.[1] ?? '';
}
