import type { ContextName } from '@srkit/registry-protocol';
import { readContextName } from '../read-context-name.ts';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { texts } from './shapes.ts';

/** Which contexts to list. */
export interface ListContextsOptions extends PageOptions {
  /** What their names begin with, with the dot: `.st`; from Confluent 7.9.6, 8.0.3, 8.1.1. */
  prefix?: string | undefined;
}

/** Operations on contexts. One comes to be with its first registration. */
export interface Contexts {
  /** Lists every context of the registry, the default one (`.`) first. `GET /contexts` */
  list(options?: ListContextsOptions): Promise<ContextName[]>;
  /**
   * Deletes an empty context; soft-deleted subjects count. One that does not exist is no error; from Confluent 8.0.1.
   * `DELETE /contexts/{context}`
   *
   * @param context in any form: `staging`, `.staging`, `:.staging:`
   */
  delete(context: string, options?: CallOptions): Promise<void>;
}

export function createContexts(call: Call): Contexts {
  return {
    list: async ({ signal, prefix, ...page } = {}) =>
      call.json('listContexts', {}, { query: { ...page, contextPrefix: prefix }, signal }, texts),
    delete: async (context, { signal } = {}) =>
      call.nothing('deleteContext', { context: readContextName(context) }, { signal }),
  };
}
