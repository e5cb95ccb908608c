import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { taskStates } from '../src/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

test('the example in the README runs as it stands there', async () => {
  const example = await readFile(new URL('readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('./readme-example.ts');
  const lines = log.mock.calls;
  expect(lines[0]).toEqual(['running', 2]);
  expect(lines.slice(-3)).toEqual([
    ['succeeded', '3/3'],
    [['orders-value', 'payments-value', 'users-value'], 'copied'],
    [[]],
  ]);
});

test('the README names every state, every limit and every code of an error', async () => {
  const limits = await fieldsOf('../src/task-limits.ts', 'interface TaskLimits {');
  const codes = await readFile(new URL('../src/task-error.ts', import.meta.url), 'utf8');
  const words = [...codes.matchAll(/\| '(\w+)'/g)].map(([, word]) => word ?? '');
  expect(limits.length).toBeGreaterThan(5);
  expect(words.length).toBeGreaterThan(5);
  for (const name of [...taskStates, ...limits, ...words]) expect(readme).toContain(`\`${name}\``);
});

async function fieldsOf(file: string, start: string): Promise<string[]> {
  const source = await readFile(new URL(file, import.meta.url), 'utf8');
  const body = source.slice(source.indexOf(start), source.indexOf('\n}', source.indexOf(start)));
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name ?? '');
}
