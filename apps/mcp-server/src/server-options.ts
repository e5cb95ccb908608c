import type { Registries, RegistriesConfiguration, RegistriesOptions } from '@srkit/registries';
import type { TaskLimits, TaskStore } from '@srkit/tasks';
import type { Log } from './log.ts';

/** A schema of the demo's folder that is not in the demo's registry, and why. */
export interface NotRegistered {
  file: string;
  reason: string;
}

/** What is to be said of a demo. */
export interface Demo {
  /** What could not be registered; `list_subjects` says it. */
  notRegistered?(): readonly NotRegistered[];
}

/** Settings of long work, which runs as tasks. */
export interface TaskSettings {
  /** Where tasks are remembered. @default memory, so they end with the server */
  store?: TaskStore | undefined;
  /** How many run, wait and are remembered. */
  limits?: TaskLimits | undefined;
  /** How long a call waits for long work, in milliseconds, before it answers with the id of the task. @default 5_000 */
  waitMs?: number | undefined;
  /**
   * The same for a call whose client wants to hear of progress: somebody sees meanwhile how far it is. Many clients give a call up
   * after 60 seconds, and that would end the work. @default 30_000
   */
  waitWithProgressMs?: number | undefined;
}

/**
 * Settings of `createSrkitServer`: those of `createRegistries` (`registries`, `default`, `viewOnly`, `transport`, `oauthCredentials`, …),
 * and of the server itself.
 */
export interface SrkitServerOptions
  extends Omit<RegistriesConfiguration, 'registries'>,
    RegistriesOptions {
  /**
   * One or more by the name that a call uses in its `registry` argument; or registries that their owner opened, and closes. Those are
   * taken as they are, without any other of the settings of registries.
   */
  registries: RegistriesConfiguration['registries'] | Registries;
  /** Says in the instructions and in every answer that nothing is kept. */
  demo?: Demo | undefined;
  /** About how many characters of JSON an answer may have. @default 30_000 */
  responseBudget?: number | undefined;
  /** How long work runs, and how long a call waits for it. */
  tasks?: TaskSettings | undefined;
  /** Told what happens: names of tools and outcomes, no texts and no secrets. @default nothing is told */
  log?: Log | undefined;
}
