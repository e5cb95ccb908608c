export type { EmbeddedRegistry, EmbeddedRegistryOptions } from './create-embedded-registry.ts';
export { createEmbeddedRegistry } from './create-embedded-registry.ts';
export type { RegistryRequest, RegistryResponse } from './http/message.ts';
export type { SubjectNaming } from './seed/name-subject.ts';
export { subjectNamings } from './seed/name-subject.ts';
export type { SeedFile } from './seed/plan-seed.ts';
export type { SeedOptions, SeedOutcome } from './seed/seed-files.ts';
export { seedFiles } from './seed/seed-files.ts';
