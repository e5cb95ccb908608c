import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTasks, type TaskLimits } from '../src/index.ts';

/** What a task keeps of an input. */
async function kept(input: unknown, limits: TaskLimits = {}): Promise<unknown> {
  const tasks = createTasks({ limits });
  const { id } = tasks.start('copy', () => null, { input });
  return (await tasks.wait(id)).input;
}

const circle: unknown[] = [];
circle.push({ back: circle });
const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
const sparse: unknown[] = [];
sparse.length = 4_000_000_000;
const trap = {
  get field() {
    throw new Error('mind the gap');
  },
};

describe('what is no JSON is refused in words', () => {
  test.for<[unknown, string]>([
    [new Date(0), 'input is an object of the class Date'],
    [{ items: [1, { when: new Map() }] }, 'input.items[1].when is an object of the class Map'],
    [[undefined], 'input[0] is undefined'],
    [[() => 1], 'input[0] is a function'],
    [{ big: 1n }, 'input.big is a bigint'],
    [{ symbol: Symbol('s') }, 'input.symbol is a symbol'],
    [Number.NaN, 'input is NaN'],
    [{ rate: Number.NEGATIVE_INFINITY }, 'input.rate is -Infinity'],
    [{ 'a\nb': new Set() }, 'input.a b is an object of the class Set'],
    [circle, 'nested deeper than 200 levels, or in itself'],
    [deep, 'nested deeper than 200 levels, or in itself'],
    [sparse, 'input is more than 65536 characters'],
    [trap, 'input cannot be read: mind the gap'],
    ['x'.repeat(70_000), 'input is more than 65536 characters'],
    [{ large: '\u0001'.repeat(20_000) }, 'input is more than 65536 characters'],
    [Array.from({ length: 40_000 }, () => 1), 'input is more than 65536 characters'],
  ])('%#', ([input, message]) => {
    const tasks = createTasks();
    expect(() => tasks.start('copy', () => null, { input })).toThrow(message);
  });
});

test('any JSON is kept as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(JSON.stringify(await kept(value))).toBe(JSON.stringify(value));
    }),
    { numRuns: 300 },
  );
});

test('what is as long as the limit is kept, what is longer is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
      const { length } = JSON.stringify(value);
      await kept(value, { inputCharacters: length });
      if (length === 1) return;
      await expect(kept(value, { inputCharacters: length - 1 })).rejects.toThrow(
        `input is more than ${length - 1} characters of JSON`,
      );
    }),
    { numRuns: 300 },
  );
});

test('a field named __proto__ is a field like any other', async () => {
  const input = JSON.parse('{"__proto__":{"polluted":true}}') as object;
  const copy = await kept(input);
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":true}}');
  expect(copy).not.toHaveProperty('polluted');
});
