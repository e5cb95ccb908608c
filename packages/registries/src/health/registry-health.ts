import type { RegistryErrorCode, RegistryVendor, ServerAbilities } from '@srkit/registry-client';

/** How a registry is, as seen from here and with these settings. */
export interface RegistryHealth {
  registry: string;
  /** `degraded`: it answers, but slowly or not everything. `down`: it gives no answer that a registry would give. */
  state: 'connected' | 'degraded' | 'down';
  /** Its addresses, without user and password; none where no client could be made. */
  urls: readonly string[];
  /** How long one small read took, in milliseconds; undefined where it got no answer. */
  latencyMs: number | undefined;
  vendor: RegistryVendor | undefined;
  /** As it says it, for example `8.1.5`. */
  version: string | undefined;
  /** What it can; undefined where it could not be asked. */
  can: ServerAbilities | undefined;
  viewOnly: boolean;
  /** Why it is not `connected`: `slow`, or the code of the error. */
  problem: 'slow' | 'not_usable' | RegistryErrorCode | undefined;
  /** The same in a sentence, with what to do. No secret is in it. */
  reason: string | undefined;
}
