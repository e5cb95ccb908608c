import {
  defaultContext,
  isValidSubjectName,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { ParsedSchema } from '@srkit/schemas';
import { internalError, Rejection, rejection, rejectionWith } from '../http/rejection.ts';
import type { Registry } from '../registry.ts';
import type { SchemaRecord } from '../state/records.ts';
import { incompatibilities } from './compatibility.ts';
import {
  type Content,
  changeMetadata,
  isBlank,
  type ReadOptions,
  readContent,
  type SentSchema,
} from './content.ts';
import { effectiveConfig } from './effective-config.ts';
import { effectiveMode, inMode, isImporting, isReadOnly } from './effective-mode.ts';
import { placeInContext } from './id-lookups.ts';
import { type Found, lookUpSchema } from './look-up-schema.ts';
import { metadataForVersion } from './merge-metadata.ts';
import { referringIds } from './references.ts';
import { checkRuleSet } from './rule-sets/check-rule-set.ts';
import { ruleSetForVersion } from './rule-sets/merge-rule-sets.ts';
import { standIn } from './same-content.ts';
import { withTagsOf } from './sent-tags.ts';

/** A version that a registration ended in. */
export interface Registered {
  record: SchemaRecord;
  /** Whether the answer shows the stored version (with `ts` and `deleted`), and not what was sent. */
  stored: boolean;
  /** Whether the version was not there before. */
  isNew: boolean;
}

/** A registration that could be done. */
export interface PlannedRegistration extends Registered {
  /** What was parsed of a new version. */
  parsed?: ParsedSchema;
}

/** How a schema is registered. */
export interface RegisterOptions {
  normalize: boolean;
  /** Whether the tags of the version before are written into the text. @default false */
  propagateTags?: boolean;
  /** Versions of other subjects that will be registered before it. */
  before?: readonly SchemaRecord[];
}

const maxId = 2_147_483_647;

/**
 * Registers a schema under a subject, or finds it there.
 *
 * @throws Rejection 42208, 42210, 42201, 42205, 409xx
 */
export function registerSchema(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  options: RegisterOptions,
): Registered {
  const planned = planRegistration(registry, subject, sent, options);
  applyRegistration(registry, planned);
  return planned;
}

/**
 * Decides what a registration would end in. Changes nothing.
 *
 * @throws Rejection 42208, 42210, 42201, 42205, 409xx
 */
export function planRegistration(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  options: RegisterOptions,
): PlannedRegistration {
  if (!isValidSubjectName(subject)) throw rejection(42208, subject);
  checkRuleSet(registry, sent.ruleSet);
  const sentId = sent.id ?? -1;
  const sentVersion = sent.version ?? 0;
  const { normalize } = options;
  const existing = lookUpSchema(registry, subject, sent, { normalize, deleted: false });
  const latest = registry.store.versions(subject).live.at(-1);
  if (existing && isAskedFor(existing, sentId, sentVersion, latest))
    return answerExisting(existing);

  const mode = effectiveMode(registry, subject);
  if (isReadOnly(mode)) throw inMode(subject, 'is in read-only mode');
  if (sentId >= 0 && !isImporting(mode)) throw inMode(subject, 'is not in import mode');
  if (sentId < 0 && mode === 'IMPORT') throw inMode(subject, 'is not in read-write mode');

  const versions = registry.store.versions(subject);
  const { live } = versions;
  const nextVersion = (versions.all.at(-1)?.version ?? 0) + 1;
  const config = effectiveConfig(registry, subject);
  const importing = isImporting(mode);
  const read = readSent(registry, subject, sent, live.at(-1), {
    isNew: sentId < 0 && !importing && config.validateNewSchemas !== false,
    normalize: normalize || config.normalize === true,
    propagateTags: options.propagateTags === true && !importing,
  });
  const content = importing
    ? read
    : changeMetadata(
        read,
        metadataForVersion(
          config,
          read.metadata,
          live.at(-1)?.metadata ?? null,
          sentVersion,
          nextVersion,
        ),
        ruleSetForVersion(config, read.ruleSet, live.at(-1)?.ruleSet ?? null),
      );

  const before = inContextOf(subject, options.before ?? []);
  const known = findKnown(registry, subject, content, mode === 'FORWARD' ? -1 : sentId, before);
  if (known.record && sentVersion === 0)
    return { record: known.record, stored: false, isNew: false };
  if (sentVersion === 0 && sentId < 0) {
    const same = standIn(registry, subject, content, { deleted: false });
    if (same) return { record: same, stored: true, isNew: false };
  }
  if (!importing) {
    const reasons = incompatibilities(registry, config, content, live);
    if (reasons.length > 0) throw incompatible(registry, subject, reasons);
    if (sentVersion > 0 && sentVersion !== nextVersion)
      throw rejectionWith(42201, 'Version is not one more than previous version');
  }

  if (known.id >= 0) checkIdFree(registry, subject, known.id, content, before);
  const record: SchemaRecord = {
    // One text for all versions of a subject, not the piece of each request.
    subject: versions.all[0]?.subject ?? subject,
    version: sentVersion > 0 ? sentVersion : nextVersion,
    id: known.id >= 0 ? known.id : nextId(registry, subject, before),
    guid: content.guid,
    schemaType: content.schemaType,
    schema: content.schema,
    references: content.references,
    metadata: content.metadata,
    ruleSet: content.ruleSet,
    ts: registry.now(),
    deleted: false,
  };
  return { record, stored: false, isNew: true, parsed: content.parsed };
}

function inContextOf(subject: string, records: readonly SchemaRecord[]): SchemaRecord[] {
  const { context } = parseQualifiedName(subject);
  return records.filter((each) => parseQualifiedName(each.subject).context === context);
}

function incompatible(registry: Registry, subject: string, reasons: readonly string[]): Rejection {
  const { message } = rejection(40901, subject, reasons.join(', '));
  return new Rejection(registry.features.incompatibleNumber ? 40901 : 409, message);
}

/**
 * Without an id, a version that is named is meant to be new, unless it is "the next one" and the latest is the same already;
 * with an id, a repetition is recognised.
 */
function isAskedFor(
  { record }: Found,
  id: number,
  version: number,
  latest: SchemaRecord | undefined,
): boolean {
  if (id < 0) return version === 0 || (version === -1 && record === latest);
  return id === record.id && (version === 0 || version === record.version);
}

function answerExisting({ record, exact }: Found): PlannedRegistration {
  return { record, stored: !exact, isNew: false };
}

/** Reads what was sent; an empty text stands for the previous version's. */
function readSent(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  previous: SchemaRecord | undefined,
  options: ReadOptions & { propagateTags: boolean },
): Content {
  let read = sent;
  if (isBlank(sent)) {
    if (!previous) throw rejectionWith(42201, 'Empty schema');
    const { schema, schemaType, references } = previous;
    read = { ...sent, schema, schemaType, references };
  }
  if (options.propagateTags && previous) read = withTagsOf(registry, subject, read, previous);
  return readContent(registry, subject, read, options);
}

/** The id that this content has in its context, and the live version of this subject that has it. */
function findKnown(
  registry: Registry,
  subject: string,
  content: Content,
  sentId: number,
  before: readonly SchemaRecord[],
): { id: number; record?: SchemaRecord } {
  const { context } = parseQualifiedName(subject);
  const id =
    before.find(({ guid }) => guid === content.guid)?.id ??
    registry.store.idOfContent(context, content.guid);
  if (id === undefined || (sentId >= 0 && sentId !== id)) return { id: sentId };
  const version = registry.store.usesOfId(context, id).get(subject);
  const record = version === undefined ? undefined : registry.store.version(subject, version);
  return record && !record.deleted ? { id, record } : { id };
}

/** @throws Rejection 42205 when the id belongs to another text */
function checkIdFree(
  registry: Registry,
  subject: string,
  id: number,
  content: Content,
  before: readonly SchemaRecord[],
): void {
  const place = placeInContext(registry, id, subject);
  const holder =
    before.find((each) => each.id === id) ??
    (place && registry.store.version(place.subject, place.version));
  if (!holder || holder.schema === content.schema) return;
  const { context } = parseQualifiedName(subject);
  throw rejectionWith(
    42205,
    `Overwrite new schema with id ${id} in context ${qualifiedName(context, '')} is not permitted.`,
  );
}

function nextId(registry: Registry, subject: string, before: readonly SchemaRecord[]): number {
  const { context } = parseQualifiedName(subject);
  let id = Math.max(registry.store.maxId(context), ...before.map((each) => each.id)) + 1;
  while (id <= maxId && registry.store.usesOfId(context, id).size > 0) id += 1;
  if (id > maxId) throw internalError();
  return id;
}

/** Keeps a new version; older soft-deleted ones with its id go, unless something refers to them. */
export function applyRegistration(
  registry: Registry,
  { record, isNew, parsed }: PlannedRegistration,
): void {
  if (!isNew) return;
  const superseded = registry.store
    .deletedVersionsWithId(record.subject, record.id)
    .filter(
      (each) =>
        each.version < record.version &&
        referringIds(registry, record.subject, each.version, { deleted: true }).length === 0,
    );
  const { context } = parseQualifiedName(record.subject);
  if (context !== defaultContext && !registry.store.contexts.has(context))
    registry.store.apply({ kind: 'context', context, exists: true });
  // Before it is put: what it replaces, in IMPORT mode, may be what it refers to.
  if (parsed?.text === record.schema) registry.schemas.remember(record, parsed);
  registry.store.apply({ kind: 'put', record });
  for (const { subject, version } of superseded)
    registry.store.apply({ kind: 'remove', subject, version });
}
