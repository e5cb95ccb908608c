import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('avsc');
  vi.resetModules();
});

it('is the only entry that loads avsc', async () => {
  vi.resetModules();
  vi.doMock('avsc', () => {
    throw new Error('avsc was loaded');
  });
  expect(await import('../../src/index.ts')).toHaveProperty('checkCompatibility');
  await expect(import('../../src/values/index.ts')).rejects.toThrow();
});
