import {
  type ContextName,
  defaultContext,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';

/**
 * The qualified subject that a reference leads to: one without a context is a subject of the context that its schema is in.
 * So is one that names the default context, as registries cannot refer into it from another.
 *
 * @param context of the schema that refers
 * @param subject as the reference names it
 */
export function referencedSubject(context: ContextName, subject: string): string {
  const named = parseQualifiedName(subject);
  const isOwn = named.context === defaultContext && context !== defaultContext;
  return isOwn ? qualifiedName(context, subject) : qualifiedName(named.context, named.subject);
}
