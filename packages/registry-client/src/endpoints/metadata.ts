import type { ServerClusterId, ServerDeployment, ServerVersion } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { clusterId, deployment, serverVersion } from './shapes.ts';

/** What the registry says about itself. */
export interface ServerMetadata {
  /** Which clusters it belongs to. `GET /v1/metadata/id` */
  clusterId(options?: CallOptions): Promise<ServerClusterId>;
  /** Which release it runs; from Confluent 7.2. `GET /v1/metadata/version` */
  version(options?: CallOptions): Promise<ServerVersion>;
  /** What it says of its deployment; from Confluent 8.1. `GET /v1/metadata/deployment` */
  deployment(options?: CallOptions): Promise<ServerDeployment>;
}

export function createServerMetadata(call: Call): ServerMetadata {
  return {
    clusterId: async ({ signal } = {}) =>
      call.json('getServerClusterId', {}, { signal }, clusterId),
    version: async ({ signal } = {}) =>
      call.json('getServerVersion', {}, { signal }, serverVersion),
    deployment: async ({ signal } = {}) =>
      call.json('getServerDeployment', {}, { signal }, deployment),
  };
}
