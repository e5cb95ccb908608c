import { readdir, readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import * as contexts from '../src/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

test('the example in the README runs as it stands there', async () => {
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  expect(log.mock.calls).toEqual([
    ['.feature-a', 2, 2],
    ['would go:', ':.feature-a:orders-value', [1]],
    ['would go:', ':.feature-a:payments-value', [1]],
    ['.feature-a: 1 of 2 subjects'],
    ['.feature-a: 2 of 2 subjects'],
    ['.feature-a', 2, []],
    ['deleted', []],
  ]);
});

test('the README lists every function, option, outcome and code of an error', async () => {
  const sources = new URL('../src/', import.meta.url);
  const files = await readdir(sources, { recursive: true });
  const texts = await Promise.all(
    files
      .filter((name) => name.endsWith('.ts'))
      .map(async (name) => readFile(new URL(name, sources), 'utf8')),
  );
  const all = texts.join('\n');
  const options = [...all.matchAll(/interface \w+Options[^{]*\{(.*?)\n\}/gs)]
    .flatMap(([, body]) => [...(body ?? '').matchAll(/^ {2}(\w+)\?:/gm)])
    .map(([, name]) => name ?? '');
  const codes = /type ContextsErrorCode =(.*?);/s.exec(all)?.[1] ?? '';
  const outcomes = /type ClearOutcome =(.*?);/s.exec(all)?.[1] ?? '';
  const words = [...`${codes}${outcomes}`.matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '');
  expect(options.length).toBeGreaterThan(8);
  expect(words.length).toBeGreaterThan(10);
  for (const name of [...options, ...words]) expect(readme).toContain(`\`${name}\``);
  for (const name of Object.keys(contexts)) expect(readme).toContain(name);
});
