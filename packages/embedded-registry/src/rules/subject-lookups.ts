import {
  defaultContext,
  everyContext,
  globalContext,
  isQualified,
  maxVersion,
  parseQualifiedName,
  qualifiedName,
  type VersionSelector,
} from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { SubjectVersions } from '../state/subject-versions.ts';

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
    chooseVersions(registry.store.versions(candidate), { deleted }).length > 0;
  if (subject !== '' || registry.store.subjects.has(name)) return isLive(name);
  const scope = context === globalContext ? `:${everyContext}:` : name;
  return subjectsWithPrefix(registry, scope).some(isLive);
}

/** The versions that count, ascending. */
export function chooseVersions(
  { all, live }: SubjectVersions,
  { deleted }: DeletedFilter,
): readonly SchemaRecord[] {
  return deleted ? all : live;
}

/**
 * The versions that a subject's listings show: all but 2^31 - 1, which the real registry leaves out too, because the end of
 * its range is not part of it.
 */
export function listedVersions(
  registry: Registry,
  subject: string,
  filter: DeletedFilter,
): readonly SchemaRecord[] {
  const versions = chooseVersions(registry.store.versions(subject), filter);
  return versions.at(-1)?.version === maxVersion ? versions.slice(0, -1) : versions;
}

/** A version of exactly this subject. */
export function findVersion(
  registry: Registry,
  subject: string,
  version: VersionSelector,
  { deleted }: DeletedFilter,
): SchemaRecord | undefined {
  if (version === 'latest') return listedVersions(registry, subject, { deleted }).at(-1);
  const record = registry.store.version(subject, version);
  return record && (deleted || !record.deleted) ? record : undefined;
}

/** The subject itself and, for an unqualified one, the same name in every other context, in order. */
export function candidateSubjects(registry: Registry, name: string): string[] {
  if (isQualified(name)) return [name];
  const others = registry.store.contexts.withPrefix('');
  return [name, ...others.map((context) => qualifiedName(context, name))];
}
