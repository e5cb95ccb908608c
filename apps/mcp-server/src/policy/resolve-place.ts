import {
  type ContextName,
  contextName,
  defaultContext,
  everyContext,
  isQualified,
  normalizeQualifiedName,
  parseQualifiedName,
} from '@srkit/registry-protocol';
import { ToolError } from '../tool-error.ts';

/**
 * Reads a context as people write it: `prod`, `.prod`, `:.prod:`; `*` (and `:*:`) is every one.
 *
 * @throws ProtocolError `invalid_context_name`
 */
export function readContext(written: string): ContextName {
  return /^:?\*:?$/.test(written) ? everyContext : contextName(written);
}

/**
 * Brings a context and a subject together that can both say where the subject is.
 *
 * @param subject bare, or qualified: `:.staging:orders`
 * @param context as a person wrote it, if at all
 * @param fallback the context that is meant where neither says one
 * @throws ToolError `invalid_arguments` when they contradict each other, or the name is a context without a subject
 */
export function resolveSubject(
  subject: string,
  context: string | undefined,
  fallback: ContextName,
): { context: ContextName; subject: string } {
  if (subject === '') {
    throw new ToolError('invalid_arguments', 'The name of the subject is empty.');
  }
  const named = context === undefined ? undefined : oneContext(context);
  if (!isQualified(subject)) return { context: named ?? fallback, subject };
  const parsed = parseQualifiedName(subject);
  if (named !== undefined && named !== parsed.context) {
    throw new ToolError(
      'invalid_arguments',
      `The subject ${JSON.stringify(subject)} is of the context ${parsed.context}, but 'context' says ${named}. Leave one of them out.`,
    );
  }
  if (parsed.context === everyContext || parsed.subject === '') {
    throw new ToolError(
      'invalid_arguments',
      `${JSON.stringify(subject)} does not name one subject.`,
    );
  }
  return parsed;
}

/** A context that is one, not every one. */
export function oneContext(written: string): ContextName {
  const context = readContext(written);
  if (context !== everyContext) return context;
  throw new ToolError('invalid_arguments', "'context' must name one context here, not '*'.");
}

/** A name that a registry listed, as it is written inside of one context: without it. */
export function nameInside(context: ContextName, listed: string): string {
  const name = normalizeQualifiedName(listed);
  if (context === everyContext || context === defaultContext) return name;
  return parseQualifiedName(name).subject;
}
