import { type ContextName, defaultContext, everyContext } from './context-name.ts';

/** A subject together with the context that it lives in. */
export interface QualifiedName {
  /** `.` for the default context, `.staging` for another, `*` for every context (`:*:`). */
  context: ContextName;
  /** Empty when the name stands for the whole context (`:.staging:`). */
  subject: string;
}

/**
 * Joins a context and a subject to the name that the registry uses: `orders-value`, `:.staging:orders-value`, `:.staging:`.
 *
 * A subject of the default context that itself looks qualified is written with `:.:` before it, so that
 * {@link parseQualifiedName} gives back exactly what went in.
 */
export function qualifiedName(context: ContextName, subject: string): string {
  if (context !== defaultContext) return `:${context}:${subject}`;
  return isQualified(subject) ? `:.:${subject}` : subject;
}

/** Whether a name says its context: it begins with `:.` or `:*:`. */
export function isQualified(name: string): boolean {
  return name.startsWith(':.') || name.startsWith(`:${everyContext}:`);
}

/**
 * Splits a name into context and subject, as the registry does: `:.ctx:subject`, `:.ctx:` and `:.ctx` (the context itself),
 * `:*:prefix`; everything else is a subject of the default context.
 */
export function parseQualifiedName(name: string): QualifiedName {
  if (!isQualified(name)) return { context: defaultContext, subject: name };
  const end = name.indexOf(':', 1);
  if (end < 0) return { context: name.slice(1), subject: '' };
  return { context: name.slice(1, end), subject: name.slice(end + 1) };
}

/**
 * Brings a name into the registry's normal form: the default context is not written (`:.:orders` is `orders`), and a context
 * has its second colon (`:.ctx` is `:.ctx:`).
 */
export function normalizeQualifiedName(name: string): string {
  const { context, subject } = parseQualifiedName(name);
  return context === defaultContext ? subject : `:${context}:${subject}`;
}
