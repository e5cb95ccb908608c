import type { Log } from './log.ts';
import type { RegistryOfClient, RegistrySetting } from './registries/registry-setting.ts';

/** A schema of the demo's folder that is not in the demo's registry, and why. */
export interface NotRegistered {
  file: string;
  reason: string;
}

/** Settings of `createSrkitServer`. */
export interface SrkitServerOptions {
  /** One or more; a call may name one of them in its `registry` argument. */
  registries: readonly (RegistrySetting | RegistryOfClient)[];
  /** The one that is meant where a call names none. @default the first */
  defaultRegistry?: string;
  /** Offers only tools that read, and refuses every write. @default false */
  viewOnly?: boolean;
  /** Says in the instructions and in every answer that nothing is kept. */
  demo?: {
    /** What could not be registered; `list_subjects` says it. */
    notRegistered?(): readonly NotRegistered[];
  };
  /** About how many characters of JSON an answer may have. @default 30_000 */
  responseBudget?: number;
  /** Told what happens: names of tools and outcomes, no texts and no secrets. @default nothing is told */
  log?: Log;
}
