import type { ContextName, SchemaType, VersionSelector } from '@srkit/registry-protocol';
import {
  type DangerousChange,
  diffSchemas,
  findDangerousChanges,
  type StructuralChange,
} from '@srkit/schemas';
import { type CompatibilityVerdict, judgeCompatibility } from './compatibility-verdict.ts';
import { effectiveConfig } from './effective-config.ts';
import type { PlacedVersion } from './indexes.ts';
import { requireVersion } from './require-part.ts';
import type { MissingReference } from './resolve-references.ts';
import { createSchemaReader, type ReadSchema } from './schema-reader.ts';
import type { Snapshot } from './snapshot.ts';
import { takeTurns } from './take-turns.ts';
import { unknownPartsOf } from './unknown-parts.ts';

/** Which version is compared. */
export interface DiffSide {
  readonly snapshot: Snapshot;
  /** Qualified outside the default context. */
  readonly subject: string;
  /** @default 'latest', the newest that is not soft-deleted */
  readonly version?: VersionSelector | undefined;
}

/** The version that was compared. */
export interface DiffFacts {
  readonly registry: string;
  readonly context: ContextName;
  /** Qualified outside the default context. */
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly guid: string;
  readonly schemaType: SchemaType;
}

/** What changed from one version to another. Plain data. */
export interface SchemaVersionsDiff {
  readonly from: DiffFacts;
  readonly to: DiffFacts;
  /** Whether both mean the same. */
  readonly identical: boolean;
  /** What to know about the answer. */
  readonly notes: readonly string[];
  /** In the document order of `to`; none where the types of the schemas differ. */
  readonly changes: readonly StructuralChange[];
  /** Changes that some level lets pass, although they corrupt, lose or later block data. */
  readonly dangerousChanges: readonly DangerousChange[];
  readonly compatibility: {
    /** Whether `to` can read the data of `from`. */
    readonly backward: CompatibilityVerdict;
    /** Whether `from` can read the data of `to`. */
    readonly forward: CompatibilityVerdict;
    /** Both. */
    readonly full: boolean;
  };
  /** What the two refer to and their snapshots do not have, so that the answer may lack something. */
  readonly missingReferences: readonly (MissingReference & { readonly side: 'from' | 'to' })[];
}

/**
 * Compares two versions, of one registry or of two: what changed, and whether each can read the data of the other. References
 * are taken from the snapshot that the version is of.
 *
 * @throws SnapshotError `subject_not_found`, `version_not_found`, `reference_not_found`, `text_unknown`, `closed`, `aborted`
 * @throws SchemaError `invalid_schema` where a registry holds what is no schema, or `too_large`
 *
 * @example
 * await diffSchemaVersions({
 *   from: { snapshot: production, subject: 'orders-value' },
 *   to: { snapshot: staging, subject: 'orders-value' },
 * });
 */
export async function diffSchemaVersions(
  sides: { from: DiffSide; to: DiffSide },
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<SchemaVersionsDiff> {
  await takeTurns('Comparing two versions', signal)();
  const [from, to] = [openSide(sides.from), openSide(sides.to)];
  const [before, after] = [await from.read(signal), await to.read(signal)];
  const policy = to.policy === 'LENIENT' ? 'LENIENT' : 'STRICT';
  const isSameType = before.parsed.type === after.parsed.type;
  const changes = isSameType ? diffSchemas(before.parsed, after.parsed) : [];
  const previous = [{ version: from.facts.version, schema: before.parsed }];
  const backward = judgeCompatibility(after.parsed, previous, 'BACKWARD', { policy });
  const forward = judgeCompatibility(after.parsed, previous, 'FORWARD', { policy });
  const identical = isSameType && changes.length === 0;
  return {
    from: from.facts,
    to: to.facts,
    identical,
    notes: [
      ...(isSameType
        ? []
        : [`They are of two types, ${from.facts.schemaType} and ${to.facts.schemaType}.`]),
      ...(identical && from.facts.guid !== to.facts.guid ? [sameMeaning] : []),
      ...from.notes,
      ...to.notes,
    ],
    changes,
    dangerousChanges: isSameType
      ? findDangerousChanges(before.parsed, after.parsed, { policy })
      : [],
    compatibility: { backward, forward, full: backward.compatible && forward.compatible },
    missingReferences: [
      ...before.missing.map((reference) => ({ side: 'from' as const, ...reference })),
      ...after.missing.map((reference) => ({ side: 'to' as const, ...reference })),
    ],
  };
}

const sameMeaning =
  'They mean the same, but their guids differ: by spelling, references, metadata or rules.';

interface OpenSide {
  readonly facts: DiffFacts;
  readonly notes: readonly string[];
  /** How its registry compares JSON Schemas. */
  readonly policy: string | undefined;
  read(signal: AbortSignal | undefined): Promise<ReadSchema>;
}

function openSide({ snapshot, subject, version = 'latest' }: DiffSide): OpenSide {
  const place = requireVersion(snapshot, subject, version);
  const { name } = place.subject;
  const why = version === 'latest' ? unknownPartsOf(snapshot).version(name) : undefined;
  const newer = unreadAfter(snapshot, place);
  const reason = why?.reason ?? newer;
  return {
    facts: factsOf(snapshot, place),
    notes:
      version === 'latest' && reason !== undefined
        ? [`${name} may have a newer version in ${snapshot.registry}: ${reason}`]
        : [],
    policy: effectiveConfig(snapshot, place.subject).config.compatibilityPolicy,
    read: (signal) => createSchemaReader(snapshot, { signal })(place),
  };
}

/** Why a version after one could not be read. */
function unreadAfter(
  { unreadable }: Snapshot,
  { subject, version }: PlacedVersion,
): string | undefined {
  return unreadable.find(
    (part) =>
      part.what === 'schema' &&
      part.subject === subject.name &&
      (part.version ?? 0) > version.version,
  )?.reason;
}

function factsOf({ registry }: Snapshot, { subject, version }: PlacedVersion): DiffFacts {
  return {
    registry,
    context: subject.context,
    subject: subject.name,
    version: version.version,
    id: version.id,
    guid: version.guid,
    schemaType: version.schemaType,
  };
}
