import { plainText } from './plain-text.ts';
import type { TaskFailure } from './task.ts';

const messageLimit = 2_000;
const unknownFailure = 'The work failed and did not say why.';

/**
 * What is kept of an error that was thrown: its message and its code, never its stack, its cause or its other fields, in which
 * secrets may be.
 *
 * @param thrown whatever was thrown
 */
export function describeFailure(thrown: unknown): TaskFailure {
  try {
    const { message, code } = facts(thrown);
    const text = typeof message === 'string' ? plainText(message, messageLimit) : '';
    const word = typeof code === 'string' && /^[\w.:-]{1,100}$/.test(code) ? { code } : {};
    return { message: text === '' ? unknownFailure : text, ...word };
  } catch {
    // A field of what was thrown throws itself.
    return { message: unknownFailure };
  }
}

function facts(thrown: unknown): { message?: unknown; code?: unknown } {
  if (typeof thrown === 'string') return { message: thrown };
  return typeof thrown === 'object' && thrown !== null ? thrown : {};
}
