export type { BearerToken, UserCredentials } from './access/access-options.ts';
export type { ChangeLog } from './change-log.ts';
export type { Clock } from './clock.ts';
export { createClock } from './clock.ts';
export type { EmbeddedRegistry, EmbeddedRegistryOptions } from './create-embedded-registry.ts';
export { createEmbeddedRegistry } from './create-embedded-registry.ts';
export type {
  ConnectionResetFault,
  CutOffFault,
  ErrorFault,
  Fault,
  FaultPlan,
  FaultScope,
  Faults,
  InjectedFault,
  LatencyFault,
  NoAnswerFault,
  RateLimitFault,
  WrittenScope,
} from './faults/fault.ts';
export type { Interruption, RegistryRequest, RegistryResponse } from './http/message.ts';
export type { SubjectNaming } from './seed/name-subject.ts';
export { subjectNamings } from './seed/name-subject.ts';
export type { SeedFile } from './seed/plan-seed.ts';
export type { SeedOptions, SeedOutcome } from './seed/seed-files.ts';
export { seedFiles } from './seed/seed-files.ts';
export type { RegistrySnapshot } from './state/snapshot.ts';
