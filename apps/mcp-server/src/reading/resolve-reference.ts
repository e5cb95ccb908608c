import {
  type ContextName,
  defaultContext,
  parseQualifiedName,
  type QualifiedName,
} from '@srkit/registry-protocol';

/**
 * Where a reference points: one without a context names a subject of the context that its schema is in. So does one that
 * names the default context: from another context a registry cannot refer into it.
 *
 * @param where the context of the schema that refers
 */
export function resolveReference(subject: string, where: ContextName): QualifiedName {
  const named = parseQualifiedName(subject);
  if (named.context !== defaultContext) return named;
  return where === defaultContext ? named : { context: where, subject };
}
