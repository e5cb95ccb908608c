import { type Asked, readBackAdvice } from './asked.ts';
import { connectionFailure } from './connection-failures.ts';
import { CredentialsFailure } from './credentials-failure.ts';
import { clientErrors, type RegistryErrorCode } from './error-code.ts';
import { Interruption } from './interruption.ts';
import { printable } from './printable.ts';
import type { Redactor } from './redactor.ts';
import { RegistryError } from './registry-error.ts';
import { verdict } from './repeat.ts';
import { requestInWords } from './request-in-words.ts';
import { safeCause } from './safe-cause.ts';

/** How far a request had come when it failed. */
export interface Progress {
  /** Whether it was handed to the network. */
  sent: boolean;
  timeoutMs: number;
}

interface Finding {
  code: RegistryErrorCode;
  /** What happened, after the name of the request. */
  what: string;
  advice: string;
  /** Whether the registry can have it. */
  arrived: boolean;
  /** Whether it can be different next time. */
  passing: boolean;
  cause: unknown;
}

/** Makes the error for a request that got no answer: time, caller, credentials or network. */
export function errorFromFailure(
  asked: Asked,
  failure: unknown,
  progress: Progress,
  redactor: Redactor,
): RegistryError {
  if (failure instanceof RegistryError) return failure;
  const found = finding(failure, progress, redactor);
  const { retryable, outcomeUnknown } = verdict(found.arrived ? 'reads' : 'always', asked.effect);
  const advice = outcomeUnknown ? `${found.advice} ${readBackAdvice}` : found.advice;
  return new RegistryError({
    code: found.code,
    message: `${requestInWords(asked.method, asked.path)} at ${asked.registry} ${found.what} ${advice}`,
    retryable: retryable && found.passing,
    outcomeUnknown,
    method: asked.method,
    path: asked.path,
    registry: asked.registry,
    advice,
    cause: found.cause === undefined ? undefined : safeCause(found.cause, redactor),
  });
}

function finding(failure: unknown, progress: Progress, redactor: Redactor): Finding {
  if (failure instanceof Interruption) {
    const timedOut = failure.why === 'timeout';
    return {
      code: failure.why,
      what: timedOut ? `got no whole answer within ${progress.timeoutMs} ms.` : 'was aborted.',
      advice: clientErrors[failure.why].advice,
      arrived: progress.sent,
      passing: timedOut,
      cause: failure.cause,
    };
  }
  if (failure instanceof CredentialsFailure) {
    return {
      code: 'credentials_failed',
      what: `was not sent, for want of credentials: ${reason(failure.cause, redactor)}.`,
      advice: clientErrors.credentials_failed.advice,
      arrived: false,
      passing: false,
      cause: failure.cause,
    };
  }
  // By name: the code that goes with it is not there on Node 24.
  if ([...chain(failure)].some((error) => error.name === 'HTTPParserError')) {
    return {
      code: 'invalid_response',
      what: 'was not answered in HTTP.',
      advice: 'The URL is not a registry’s: it may be a Kafka broker’s, or need https.',
      arrived: true,
      passing: false,
      cause: failure,
    };
  }
  const { sent, passing, advice } = connectionFailure(systemCode(failure));
  return {
    code: 'connection_failed',
    what: `failed on the way: ${reason(failure, redactor)}.`,
    advice,
    arrived: sent,
    passing,
    cause: failure,
  };
}

function* chain(failure: unknown): Generator<Error> {
  let current = failure;
  for (let depth = 0; depth < 6 && current instanceof Error; depth += 1) {
    yield current;
    current = current.cause ?? (current instanceof AggregateError ? current.errors[0] : undefined);
  }
}

function systemCode(failure: unknown): string | undefined {
  for (const error of chain(failure))
    if ('code' in error && typeof error.code === 'string') return error.code;
  for (const { message } of chain(failure)) if (message === 'bad port') return message;
  return undefined;
}

// `fetch failed` says nothing; what it was caused by does.
function reason(failure: unknown, redactor: Redactor): string {
  const texts = [...chain(failure)].map((error) => error.message).filter((text) => text !== '');
  const code = systemCode(failure);
  const text = texts.at(-1) ?? code ?? String(failure);
  const whole = code !== undefined && !text.includes(code) ? `${text} (${code})` : text;
  return printable(redactor.redact(whole), 400);
}
