import { expect, it } from 'vitest';
import { describeServed } from '../../src/command/describe-served.ts';

const dev = { url: 'http://dev' };
const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`r${index}`, dev]));

it.each([
  [{ registries: { dev } }, 'dev (http://dev)'],
  [
    { registries: { dev, prod: { url: ['http://a', 'http://b'], readOnly: true } } },
    'dev (http://dev), prod (http://a,http://b, view-only)',
  ],
  [
    { registries: { dev: { ...dev, viewOnly: true } }, viewOnly: true },
    'dev (http://dev), view-only',
  ],
  [{ registries: { dev }, demo: {} }, 'a demo in memory'],
])('describes %j', (options, said) => {
  expect(describeServed(options)).toBe(said);
});

it('names some of very many', () => {
  expect(describeServed({ registries: many })).toMatch(/r19 \(http:\/\/dev\) and 5 more$/);
});
