import { expect, it, vi } from 'vitest';

vi.mock('avsc', () => {
  throw new Error('avsc was loaded');
});

it('is the only entry that loads avsc', async () => {
  expect(await import('../../src/index.ts')).toHaveProperty('checkCompatibility');
  await expect(import('../../src/values/index.ts')).rejects.toThrow();
});
