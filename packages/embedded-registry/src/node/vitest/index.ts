export type { RegistryFixtures } from './registry-test.ts';
export { registryTest, registryTestWith } from './registry-test.ts';
