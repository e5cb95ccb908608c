import { parseQualifiedName, qualifiedName } from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import { javaHashOrder } from '../state/java-hash-order.ts';
import type { SchemaRecord } from '../state/records.ts';
import type { DeletedFilter } from './subject-lookups.ts';

/** A place in the registry that an id points at. */
export interface VersionPlace {
  subject: string;
  version: number;
}

/**
 * Where an id of a context is used: by the given subject if it uses it, otherwise by the first one that does.
 * The place can be empty after versions were overwritten and deleted in IMPORT mode.
 */
export function placeInContext(
  registry: Registry,
  id: number,
  subject: string,
): VersionPlace | undefined {
  const { context } = parseQualifiedName(subject);
  const uses = registry.store.usesOfId(context, id);
  const version = uses.get(subject);
  if (version !== undefined) return { subject, version };
  const first = registry.store.firstUserOfId(context, id);
  return first === undefined ? undefined : { subject: first, version: uses.get(first) ?? 0 };
}

/**
 * Where an id is used. An unqualified subject that does not use it in the default context is tried in every other context.
 *
 * @param subject '' for the default context, `:.ctx:` for another
 */
export function placeOfId(
  registry: Registry,
  id: number,
  subject: string,
): VersionPlace | undefined {
  const name = parseQualifiedName(subject);
  const here = placeInContext(registry, id, subject);
  if (name.subject === '' || name.context !== '.' || here?.subject === subject) return here;
  for (const context of registry.store.contexts.withPrefix('')) {
    const qualified = qualifiedName(context, name.subject);
    const there = placeInContext(registry, id, qualified);
    if (there?.subject === qualified) return there;
  }
  return here;
}

/** The versions that use the same content as a record, one for each subject, as a hash map orders them. */
export function usesOfContent(
  registry: Registry,
  record: SchemaRecord,
  { deleted }: DeletedFilter,
): VersionPlace[] {
  const { context } = parseQualifiedName(record.subject);
  const id = registry.store.idOfContent(context, record.guid);
  if (id === undefined) return [];
  const uses = registry.store.usesOfId(context, id);
  return javaHashOrder(uses.keys())
    .map((subject) => ({ subject, version: uses.get(subject) ?? 0 }))
    .filter(({ subject, version }) => {
      const used = registry.store.version(subject, version);
      return used !== undefined && (deleted || !used.deleted);
    });
}

/** Whether a version still uses the same content as a record. */
export function isContentUsed(
  registry: Registry,
  record: SchemaRecord,
  { deleted }: DeletedFilter,
): boolean {
  const { context } = parseQualifiedName(record.subject);
  const id = registry.store.idOfContent(context, record.guid);
  if (id === undefined) return false;
  for (const [subject, version] of registry.store.usesOfId(context, id)) {
    const used = registry.store.version(subject, version);
    if (used !== undefined && (deleted || !used.deleted)) return true;
  }
  return false;
}

/** A record of this content: from the default context if it has it, otherwise from the first that does. */
export function recordOfGuid(registry: Registry, guid: string): SchemaRecord | undefined {
  for (const context of ['.', ...registry.store.contexts.withPrefix('')]) {
    const id = registry.store.idOfContent(context, guid);
    if (id === undefined) continue;
    const place = placeInContext(registry, id, qualifiedName(context, ''));
    const record = place && registry.store.version(place.subject, place.version);
    if (record) return record;
  }
  return undefined;
}
