import { printable } from './printable.ts';
import type { Redactor } from './redactor.ts';

const deepest = 5;
const longest = 2_000;

/**
 * Copies an error, so that it can be kept as a cause: name, message, code and stack without secrets, and nothing else. The
 * original may carry the whole request, with its headers.
 */
export function safeCause(error: unknown, redactor: Redactor, depth = 0): Error {
  if (!(error instanceof Error))
    return new Error(printable(redactor.redact(String(error)), longest));
  const cause = error.cause ?? firstOf(error);
  const copy = new Error(
    printable(redactor.redact(error.message), longest),
    cause === undefined || depth >= deepest
      ? undefined
      : { cause: safeCause(cause, redactor, depth + 1) },
  );
  copy.name = error.name;
  const stack = error.stack;
  if (stack !== undefined) copy.stack = redactor.redact(stack);
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' || typeof code === 'number') Object.assign(copy, { code });
  return copy;
}

// A host with several addresses fails with one error for each; they say the same.
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}
