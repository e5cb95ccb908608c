import {
  type IterateSchemasOptions,
  isRegistryError,
  type RegistryClient,
} from '@srkit/registry-client';
import {
  type ContextName,
  everyContext,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import { inParallel } from './in-parallel.ts';
import { listSubjects } from './list-subjects.ts';
import { versionsOf } from './versions-of.ts';

/** How much there is in one place. */
export interface Counts {
  /** Subjects with a version that is not deleted. */
  total_schemas: number;
  total_versions: number;
  soft_deleted_subjects: number;
  soft_deleted_versions: number;
}

/** How much there is of one format; live versions only. */
export interface TypeCounts {
  total_schemas: number;
  total_versions: number;
}

/** How much there is, by context and by format. */
export interface SchemaCounts extends Counts {
  total_contexts: number;
  avg_versions_per_schema: number;
  contexts: ({ context: ContextName } & Counts)[];
  /** Absent where the registry cannot list schemas: then only names and numbers of versions were read. */
  types?: ({ schema_type: string } & TypeCounts)[];
}

/** One version, as far as it is counted. */
interface Counted {
  context: ContextName;
  subject: string;
  version: number;
  /** Absent where only names were read. */
  type: string | undefined;
  /** Absent where the registry does not say. */
  deleted: boolean | undefined;
}

/**
 * Counts subjects and versions, by context and by format.
 *
 * @param client in the context; in the default one for every context
 * @param context `*` for every one
 */
export async function countSchemas(
  client: RegistryClient,
  context: ContextName,
  { signal }: { signal: AbortSignal },
): Promise<SchemaCounts> {
  const contexts = context === everyContext ? await client.contexts.list({ signal }) : [context];
  const counted = await countedVersions(client, context, signal);
  const versionsByContext = groupedBy(counted, (one) => one.context);
  const byContext = contexts.map((name) => ({
    context: name,
    ...counts(versionsByContext.get(name) ?? []),
  }));
  const total = counts(counted);
  const average = total.total_schemas === 0 ? 0 : total.total_versions / total.total_schemas;
  const types = typeCounts(counted.filter(({ deleted }) => !deleted));
  return {
    total_contexts: contexts.length,
    ...total,
    avg_versions_per_schema: Math.round(average * 100) / 100,
    contexts: byContext,
    ...(types && { types }),
  };
}

async function countedVersions(
  client: RegistryClient,
  context: ContextName,
  signal: AbortSignal,
): Promise<Counted[]> {
  const scope = { signal, ...(context === everyContext && { subjectPrefix: ':*:' }) };
  try {
    const all = await listed(client, { ...scope, deleted: true });
    if (all.every(({ deleted }) => deleted !== undefined)) return all;
    // Before Confluent 8.0 a listing does not say what is deleted.
    const live = new Set((await listed(client, scope)).map(keyOf));
    return all.map((one) => ({ ...one, deleted: !live.has(keyOf(one)) }));
  } catch (error) {
    if (!isRegistryError(error, 'route_not_found') && !isRegistryError(error, 'not_found')) {
      throw error;
    }
    return listedOneByOne(client, context, signal);
  }
}

async function listed(client: RegistryClient, options: IterateSchemasOptions): Promise<Counted[]> {
  const counted: Counted[] = [];
  for await (const { subject, version, schemaType, deleted } of client.schemas.iterate(options)) {
    counted.push({ ...parseQualifiedName(subject), version, type: schemaType ?? 'AVRO', deleted });
  }
  return counted;
}

function keyOf({ context, subject, version }: Counted): string {
  return `${qualifiedName(context, subject)} ${version}`;
}

async function listedOneByOne(
  client: RegistryClient,
  context: ContextName,
  signal: AbortSignal,
): Promise<Counted[]> {
  const subjects = await listSubjects(client, context, { deleted: true, signal });
  const found = await inParallel(subjects, async (name) => {
    const { live, softDeleted } = await versionsOf(client, name, { signal });
    const parsed = parseQualifiedName(name);
    return [
      ...live.map((version) => ({ ...parsed, version, type: undefined, deleted: false })),
      ...softDeleted.map((version) => ({ ...parsed, version, type: undefined, deleted: true })),
    ];
  });
  return found.flat();
}

function counts(versions: readonly Counted[]): Counts {
  const live = versions.filter(({ deleted }) => !deleted);
  const liveSubjects = subjectsOf(live);
  return {
    total_schemas: liveSubjects.size,
    total_versions: live.length,
    soft_deleted_subjects: subjectsOf(versions).size - liveSubjects.size,
    soft_deleted_versions: versions.length - live.length,
  };
}

function subjectsOf(versions: readonly Counted[]): Set<string> {
  return new Set(versions.map(({ context, subject }) => qualifiedName(context, subject)));
}

function typeCounts(live: readonly Counted[]): SchemaCounts['types'] {
  if (live.some(({ type }) => type === undefined)) return undefined;
  const byType = [...groupedBy(live, ({ type }) => String(type))];
  return byType
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([schema_type, versions]) => {
      const { total_schemas, total_versions } = counts(versions);
      return { schema_type, total_schemas, total_versions };
    });
}

function groupedBy<T, K>(items: readonly T[], keyOfItem: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
