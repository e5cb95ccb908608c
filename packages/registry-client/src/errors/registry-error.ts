import type { RegistryErrorCode } from './error-code.ts';

/** The facts that an error carries beside its message. */
export interface RegistryErrorDetails {
  code: RegistryErrorCode;
  message: string;
  status?: number | undefined;
  errorNumber?: number | undefined;
  retryable?: boolean | undefined;
  outcomeUnknown?: boolean | undefined;
  method?: string | undefined;
  path?: string | undefined;
  registry?: string | undefined;
  advice?: string | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

/** Thrown for every call that did not succeed. Branch on `code`, never on `message`. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: RegistryErrorCode;
  /** The HTTP status, when the registry answered. */
  readonly status: number | undefined;
  /** The registry's own number (`error_code`), when its answer had one. */
  readonly errorNumber: number | undefined;
  /** Whether the same call can be made again as it is, without harm and with a chance to succeed. */
  readonly retryable: boolean;
  /** A write that may have happened or not: read back before anything else. */
  readonly outcomeUnknown: boolean;
  readonly method: string | undefined;
  /** The path that was asked for, encoded, without the registry's own base path and without a query. */
  readonly path: string | undefined;
  /** The registry's name, as the client was given it. */
  readonly registry: string | undefined;
  /** What to do next; the message ends with it. */
  readonly advice: string | undefined;
  /** How long the registry asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(details: RegistryErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.status = details.status;
    this.errorNumber = details.errorNumber;
    this.retryable = details.retryable ?? false;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
    this.method = details.method;
    this.path = details.path;
    this.registry = details.registry;
    this.advice = details.advice;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** The message too, which `JSON.stringify` leaves out of an error. */
  toJSON(): Record<string, unknown> {
    return { message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

/**
 * Recognises a {@link RegistryError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isRegistryError<Code extends RegistryErrorCode>(
  error: unknown,
  code?: Code,
): error is RegistryError & { readonly code: Code } {
  return (
    error instanceof Error &&
    error.name === 'RegistryError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}
