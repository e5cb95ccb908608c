import { parseQualifiedName, type SchemaReference } from '@srkit/registry-protocol';
import type { ReferencedSchema } from '@srkit/schemas';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { referencedSubject } from '../state/referenced-subject.ts';
import { isContentUsed } from './id-lookups.ts';
import { type DeletedFilter, findVersion } from './subject-lookups.ts';

/** A reference as it was sent: any part may be missing. */
export interface SentReference {
  name?: string | null | undefined;
  subject?: string | null | undefined;
  version?: number | null | undefined;
}

/** References brought to what is stored, and the texts behind them in dependency order. */
export interface ResolvedReferences {
  references: SchemaReference[];
  schemas: ReferencedSchema[];
}

const noReferences: ResolvedReferences = { references: [], schemas: [] };

/** What is wrong with a reference, in the registry's words. */
export interface BrokenReference {
  details: string;
}

/**
 * Finds what a schema refers to, and what that refers to in turn, each after all that it needs.
 *
 * @param context where unqualified subjects are looked for
 * @param filter whether soft-deleted versions may be referred to; new schemas may not
 */
export function resolveReferences(
  registry: Registry,
  context: string,
  sent: readonly SentReference[],
  filter: DeletedFilter,
): ResolvedReferences | BrokenReference {
  if (sent.length === 0) return noReferences;
  const schemas = new Map<string, ReferencedSchema>();
  const visited = new Set<string>();
  const references: SchemaReference[] = [];
  for (const { name, subject, version } of sent) {
    if (!name || !subject || version === undefined || version === null)
      return { details: `Invalid reference: ${describeReference({ name, subject, version })}` };
    if (version === 0 || version < -1)
      return {
        details: `io.confluent.kafka.schemaregistry.exceptions.InvalidVersionException: ${version}`,
      };
    const target = referencedSubject(context, subject);
    const found = findVersion(registry, target, version === -1 ? 'latest' : version, filter);
    if (!found)
      return {
        details: `No schema reference found for subject "${target}" and version ${version}`,
      };
    const before = collect(registry, name, found, schemas, visited);
    if (before) return before;
    references.push({ name, subject, version: found.version });
  }
  return { references, schemas: [...schemas.values()] };
}

function collect(
  registry: Registry,
  name: string,
  record: SchemaRecord,
  schemas: Map<string, ReferencedSchema>,
  visited: Set<string>,
): BrokenReference | undefined {
  // Of two references of one name the first counts; versions that were overwritten can refer to each other in a circle.
  if (visited.has(name)) return undefined;
  visited.add(name);
  const { context } = parseQualifiedName(record.subject);
  for (const reference of record.references) {
    const target = referencedSubject(context, reference.subject);
    const found = findVersion(registry, target, reference.version, { deleted: true });
    if (!found)
      return {
        details: `No schema reference found for subject "${target}" and version ${reference.version}`,
      };
    const broken = collect(registry, reference.name, found, schemas, visited);
    if (broken) return broken;
  }
  schemas.set(name, { name, text: record.schema });
  return undefined;
}

/** A reference as the registry writes it in its messages. */
export function describeReference({ name, subject, version }: SentReference): string {
  return `{name='${name ?? null}', subject='${subject ?? null}', version=${version ?? null}}`;
}

/** Ids of the schemas that refer to a version, in order of context and id. */
export function referringIds(
  registry: Registry,
  subject: string,
  version: number,
  filter: DeletedFilter,
): { context: string; id: number }[] {
  const live = registry.store.referrers(subject, version).filter(({ context, id }) => {
    const uses = registry.store.usesOfId(context, id);
    for (const [using, at] of uses) {
      const record = registry.store.version(using, at);
      if (record && isContentUsed(registry, record, filter)) return true;
    }
    return false;
  });
  return live.sort((a, b) =>
    a.context === b.context ? a.id - b.id : a.context < b.context ? -1 : 1,
  );
}
