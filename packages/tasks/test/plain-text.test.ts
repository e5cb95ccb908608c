import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTasks, type Task } from '../src/index.ts';

/** How a task shows a title, a message of progress, an error. */
async function shown(text: string): Promise<(string | undefined)[]> {
  const tasks = createTasks();
  const { id } = tasks.start(
    'copy',
    ({ report }) => {
      report({ message: text, unit: text });
      throw Object.assign(new Error(text), { code: 'a_code' });
    },
    { title: text },
  );
  const { title, progress, error } = await tasks.wait(id);
  return [title, progress.message, progress.unit, error?.message];
}

describe('texts are fit to be shown', () => {
  test.for<[string, string]>([
    ['a line\nand a second\r\n', 'a line and a second'],
    ['\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['invoice\u202egpj.exe', 'invoice gpj.exe'],
    ['  spaces  ', 'spaces'],
    ['half \ud83d of a pair \udf00', 'half   of a pair'],
    ['naïve “quotes” 🙂', 'naïve “quotes” 🙂'],
  ])('%j', async ([text, expected]) => {
    expect(await shown(text)).toEqual([expected, expected, expected, expected]);
  });

  test('a text without anything to show', async () => {
    expect(await shown('\u0000\u0007')).toEqual([
      'copy',
      '',
      '',
      'The work failed and did not say why.',
    ]);
  });

  test('a long one is cut', async () => {
    const lengths = (await shown('x'.repeat(10_000_000))).map((text) => text?.length);
    expect(lengths).toEqual([200, 500, 50, 2_000]);
  });

  test('any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 600 }), async (text) => {
        for (const result of await shown(text)) {
          expect(result).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
          expect(encodeURIComponent(result ?? '')).toBeTypeOf('string');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what is kept of an error', () => {
  const hostile = {
    get message() {
      throw new Error('not even that');
    },
  };
  const unknown = { message: 'The work failed and did not say why.' };
  test.for<[unknown, Task['error']]>([
    [new Error('gone'), { message: 'gone' }],
    [
      Object.assign(new Error('gone'), { code: 'not_found' }),
      { message: 'gone', code: 'not_found' },
    ],
    [Object.assign(new Error('gone'), { code: 404 }), { message: 'gone' }],
    [Object.assign(new Error('gone'), { code: 'no word\n' }), { message: 'gone' }],
    [new Error('gone', { cause: new Error('password=1') }), { message: 'gone' }],
    [
      Object.assign(new Error('gone'), { facts: { status: 404, next: ['list'], none: undefined } }),
      { message: 'gone', facts: { status: 404, next: ['list'] } },
    ],
    [Object.assign(new Error('gone'), { facts: 'no object' }), { message: 'gone' }],
    [Object.assign(new Error('gone'), { facts: new Map([['a', 1]]) }), { message: 'gone' }],
    [Object.assign(new Error('gone'), { facts: { long: 'x'.repeat(9_000) } }), { message: 'gone' }],
    ['only a text', { message: 'only a text' }],
    [undefined, unknown],
    [null, unknown],
    [{ message: 7 }, unknown],
    [hostile, unknown],
    [new Proxy({}, { get: () => Symbol('any') }), unknown],
  ])('%#', async ([thrown, expected]) => {
    const tasks = createTasks();
    const { id } = tasks.start('copy', () => {
      throw thrown;
    });
    expect((await tasks.wait(id)).error).toStrictEqual(expected);
  });
});
