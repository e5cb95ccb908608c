import {
  defaultContext,
  everyContext,
  globalContext,
  isQualified,
  parseQualifiedName,
  qualifiedName,
  type VersionSelector,
} from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { listedVersions } from '../state/store.ts';

/** Which versions count: the live ones, or the soft-deleted ones too. */
export interface DeletedFilter {
  deleted: boolean;
}

/** Subjects whose names begin with a prefix, in order; `:*:` before it means every context. Soft-deleted ones too. */
export function subjectsWithPrefix(registry: Registry, prefix: string): string[] {
  const { context, subject } = parseQualifiedName(prefix);
  const { subjects } = registry.store;
  if (context === everyContext) {
    const names = subjects.withPrefix('');
    return names.filter((name) => parseQualifiedName(name).subject.startsWith(subject));
  }
  if (context === defaultContext)
    return subjects.withPrefix(subject).filter((name) => !isQualified(name));
  return subjects.withPrefix(prefix);
}

/**
 * Whether a subject has versions. The name of a context stands for all of its subjects, `:.__GLOBAL:` for all subjects.
 */
export function hasSubject(registry: Registry, name: string, { deleted }: DeletedFilter): boolean {
  const { context, subject } = parseQualifiedName(name);
  const isLive = (candidate: string) =>
    registry.store.versions(candidate).some((record) => deleted || !record.deleted);
  if (subject !== '' || registry.store.subjects.has(name)) return isLive(name);
  const scope = context === globalContext ? `:${everyContext}:` : name;
  return subjectsWithPrefix(registry, scope).some(isLive);
}

/** A version of exactly this subject. */
export function findVersion(
  registry: Registry,
  subject: string,
  version: VersionSelector,
  { deleted }: DeletedFilter,
): SchemaRecord | undefined {
  if (version === 'latest')
    return listedVersions(registry.store, subject).findLast((record) => deleted || !record.deleted);
  const record = registry.store.version(subject, version);
  return record && (deleted || !record.deleted) ? record : undefined;
}

/** The subject itself and, for an unqualified one, the same name in every other context, in order. */
export function candidateSubjects(registry: Registry, name: string): string[] {
  if (isQualified(name)) return [name];
  const others = registry.store.contexts.withPrefix('');
  return [name, ...others.map((context) => qualifiedName(context, name))];
}
