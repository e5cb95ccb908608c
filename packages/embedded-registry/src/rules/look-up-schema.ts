import { parseQualifiedName } from '@srkit/registry-protocol';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { type Content, changeMetadata, isBlank, readContent, type SentSchema } from './content.ts';
import { effectiveConfig } from './effective-config.ts';
import { metadataForVersion } from './merge-metadata.ts';
import { ruleSetForVersion } from './rule-sets/merge-rule-sets.ts';
import { standIn } from './same-content.ts';
import { chooseVersions } from './subject-lookups.ts';

/** A version that a sent schema was found as. */
export interface Found {
  record: SchemaRecord;
  /** Whether it is the very same content, and not only one that stands for it. */
  exact: boolean;
}

/** How a schema is looked up. */
export interface LookUpOptions {
  normalize: boolean;
  /** Whether soft-deleted versions count. */
  deleted: boolean;
}

/**
 * Finds the version of a subject that has a schema: the very same content, else one that it stands for, else the same text
 * with the metadata and rules that a registration would have given it.
 *
 * @throws Rejection 42201 when the schema cannot be read
 */
export function lookUpSchema(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  options: LookUpOptions,
): Found | undefined {
  if (isBlank(sent)) return undefined;
  const config = effectiveConfig(registry, subject);
  const normalize = options.normalize || config.normalize === true;
  const content = readContent(registry, subject, sent, { isNew: false, normalize });
  const found = findContent(registry, subject, content, options.deleted);
  if (found) return found;
  const latest = chooseVersions(registry.store.versions(subject), options).at(-1);
  if (!latest) return undefined;
  const { metadata, ruleSet, version } = latest;
  const filled = changeMetadata(
    content,
    metadataForVersion(config, content.metadata, metadata, 0, version + 1),
    ruleSetForVersion(config, content.ruleSet, ruleSet),
  );
  if (filled.guid === content.guid) return undefined;
  return findContent(registry, subject, filled, options.deleted);
}

function findContent(
  registry: Registry,
  subject: string,
  content: Content,
  deleted: boolean,
): Found | undefined {
  const { context } = parseQualifiedName(subject);
  const id = registry.store.idOfContent(context, content.guid);
  const version = id === undefined ? undefined : registry.store.usesOfId(context, id).get(subject);
  const same = version === undefined ? undefined : registry.store.version(subject, version);
  if (same && (deleted || !same.deleted) && same.guid === content.guid)
    return { record: same, exact: true };
  const record = standIn(registry, subject, content, { deleted });
  return record && { record, exact: false };
}
