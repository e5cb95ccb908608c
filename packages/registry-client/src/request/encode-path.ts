import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { invalidArgument } from '../errors/invalid-argument.ts';

// Behind a context prefix servers look for these words to find the subject in a path; one with such a name would confuse them.
const rooms: ReadonlySet<string> = new Set(['contexts', 'subjects', 'deks', 'config', 'mode']);

/**
 * Fills a route's parameters in, each encoded once. It is the only place where a name becomes a part of a path.
 *
 * URL parsers fold `.` and `..`, also percent-encoded, and servers refuse empty segments. So a subject with such a name is
 * written with its context before it (`:.:..`, `:.staging:.`), which means the same and is no such segment.
 *
 * @param template a path with `{parameters}`, as in the table of routes
 * @param context the context that an unqualified subject belongs to
 * @throws RegistryError `invalid_argument` for a value that cannot be sent
 */
export function encodePath(
  template: string,
  parameters: Readonly<Record<string, string | number>>,
  context: ContextName,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (name === 'subject') return encodeSubject(value, context);
    if (name === 'context') return encodeContext(String(value));
    return encodeSegment(name, value);
  });
}

/** A context as a segment of a path: `.staging`; `:..:` for the one that a URL parser would fold. */
export function encodeContext(context: ContextName): string {
  return foldable(context) ? `:${context}:` : encoded('context', context);
}

/** Whether a path reaches the wire as it is: no URL parser folds, cuts or re-encodes it. */
export function isExactPath(path: string): boolean {
  if (!path.startsWith('/')) return false;
  try {
    const url = new URL(`http://registry${path}`);
    return url.host === 'registry' && url.pathname === path && url.search === '' && url.hash === '';
  } catch {
    return false;
  }
}

function encodeSubject(subject: unknown, context: ContextName): string {
  if (typeof subject !== 'string') throw notAText('subject', subject);
  if (subject === '' || foldable(subject) || (context !== defaultContext && rooms.has(subject))) {
    return encoded('subject', `:${context}:${subject}`);
  }
  return encoded('subject', subject);
}

function encodeSegment(name: string, value: unknown): string {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value);
    throw invalidArgument(`The ${name} ${value} is not a whole number. Nothing was sent.`);
  }
  if (typeof value !== 'string') throw notAText(name, value);
  if (value === '' || foldable(value)) {
    throw invalidArgument(`${JSON.stringify(value)} cannot be a ${name}. Nothing was sent.`);
  }
  return encoded(name, value);
}

function foldable(segment: string): boolean {
  return segment === '.' || segment === '..';
}

function encoded(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw invalidArgument(
      `The ${name} ${JSON.stringify(text)} holds half a character (a lone surrogate), which cannot be sent.`,
    );
  }
}

function notAText(name: string, value: unknown): Error {
  return invalidArgument(
    `The ${name} must be a string; it is ${value === null ? 'null' : typeof value}.`,
  );
}
