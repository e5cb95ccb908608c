// What is exported here is public: it may not change without a new version. Named exports, types apart from values.
export type { Secret } from '@srkit/registry-protocol';
export { secret } from '@srkit/registry-protocol';
export type { SrkitServer } from './create-srkit-server.ts';
export { createSrkitServer } from './create-srkit-server.ts';
export type { Log, LogLevel } from './log.ts';
export type { Demo, NotRegistered, SrkitServerOptions } from './server-options.ts';
