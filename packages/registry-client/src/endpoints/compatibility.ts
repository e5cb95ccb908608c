import type { RegisterSchemaRequest, VersionSelector } from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { compatibilityCheck } from './shapes.ts';

/** What to check a schema against. */
export interface CheckCompatibilityOptions extends CallOptions {
  /** One version, or `all` for those that the subject's level asks for. @default 'latest' */
  version?: VersionSelector | 'all' | undefined;
  /** Bring the schema into the registry's normal form first. Left out, the subject's configuration decides. */
  normalize?: boolean | undefined;
  /** Ask for the reasons. A schema that cannot be read is then an incompatible one, not an error. @default true */
  verbose?: boolean | undefined;
}

/** Whether a schema may follow, and why not. */
export interface CompatibilityResult {
  compatible: boolean;
  /** The registry's reasons, one difference each; empty without `verbose`. */
  messages: string[];
}

/** Compatibility checks. They read only. */
export interface Compatibility {
  /**
   * Checks a schema at the subject's level. A subject that does not exist is compatible with everything (`latest`, `all`).
   * `POST /compatibility/subjects/{subject}/versions/{version}`, `POST /compatibility/subjects/{subject}/versions`
   */
  check(
    subject: string,
    request: RegisterSchemaRequest,
    options?: CheckCompatibilityOptions,
  ): Promise<CompatibilityResult>;
}

export function createCompatibility(call: Call): Compatibility {
  return {
    check: async (
      subject,
      body,
      { signal, version = 'latest', verbose = true, normalize } = {},
    ) => {
      const input = { query: { normalize, verbose }, body, signal };
      const { is_compatible: compatible, messages = [] } =
        version === 'all'
          ? await call.json('checkCompatibilityWithAll', { subject }, input, compatibilityCheck)
          : await call.json('checkCompatibility', { subject, version }, input, compatibilityCheck);
      return { compatible, messages };
    },
  };
}
