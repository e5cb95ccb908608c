import {
  type ContextName,
  contextName,
  globalContext,
  isProtocolError,
} from '@srkit/registry-protocol';
import { ContextsError } from './contexts-error.ts';

/**
 * Reads the name of one context that schemas can be in.
 *
 * @param written in any form: `staging`, `.staging`, `:.staging:`; `.` is the default context
 * @throws ContextsError `invalid_argument`
 */
export function readName(written: string): ContextName {
  if (typeof written !== 'string') {
    const what = written === null ? 'null' : typeof written;
    throw invalid(`The name of a context is a string; this is ${what}. ${writeItLike}`);
  }
  const name = named(written);
  if (name !== globalContext) return name;
  throw invalid(
    `${JSON.stringify(written)} is no context that holds schemas: it is where settings for every context are kept.`,
  );
}

/**
 * Reads the names of contexts that are to be cleared. Nothing stands for all of them, and the default one is meant only where
 * it is named.
 *
 * @returns each once, in the order in which they came
 * @throws ContextsError `invalid_argument`
 */
export function readNames(written: readonly string[]): ContextName[] {
  if (!Array.isArray(written) || written.length === 0) {
    throw invalid(
      "No context is named. Name each one that is meant, also '.' for the default context: nothing stands for all of them.",
    );
  }
  return [...new Set(written.map(readName))];
}

const writeItLike = "Write it like 'staging' or '.staging'; '.' is the default context.";

function named(written: string): ContextName {
  if (/^:?\.?\*:?$/.test(written)) {
    throw invalid(
      `${JSON.stringify(written)} names no single context. Name each one that is meant: nothing stands for all of them.`,
    );
  }
  try {
    return contextName(written);
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    throw new ContextsError(
      'invalid_argument',
      `${error.message} A name is not empty, and has neither a colon inside nor control characters.`,
      { cause: error },
    );
  }
}

function invalid(message: string): ContextsError {
  return new ContextsError('invalid_argument', message);
}
