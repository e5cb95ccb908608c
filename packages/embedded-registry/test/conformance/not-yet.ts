import { it } from 'vitest';
import type { RegistryUnderTest } from './registry-under-test.ts';

/** A test of what our registry does not do yet. It has to fail there, so that the mark goes when it is built. */
export function notYet({ ours }: RegistryUnderTest): typeof it.fails | typeof it {
  return ours ? it.fails : it;
}
