import type {
  CompatibilityLevel,
  ContextName,
  Metadata,
  SchemaReference,
  SchemaType,
} from '@srkit/registry-protocol';
import {
  isSchemaError,
  type ParsedSchema,
  type PreviousSchema,
  parseSchema,
  type ReferencedSchema,
  type SubjectVersions,
  sameCompatibilityGroup,
  type UnreadableVersion,
} from '@srkit/schemas';
import { type ConfigSource, type EffectiveConfig, effectiveConfig } from './effective-config.ts';
import { requireSubject } from './require-part.ts';
import { followReferences } from './resolve-references.ts';
import { createSchemaReader } from './schema-reader.ts';
import type { Snapshot, SnapshotSubject } from './snapshot.ts';
import { isSnapshotError, SnapshotError } from './snapshot-error.ts';
import { takeTurns } from './take-turns.ts';
import { unknownPartsOf } from './unknown-parts.ts';

/** A schema that is to follow in a subject. */
export interface EvolutionCandidate {
  readonly schema: string;
  /** @default 'AVRO' */
  readonly schemaType?: SchemaType | undefined;
  /** Registered in the same registry. @default [] */
  readonly references?: readonly SchemaReference[] | undefined;
  /** For configurations with a compatibility group or reserved fields. */
  readonly metadata?: Metadata | undefined;
}

/** How an evolution is looked at. */
export interface EvolutionOptions {
  /** Instead of the level in force. */
  readonly level?: CompatibilityLevel | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What an answer about a subject's evolution was found from. */
export interface EvolutionFacts {
  readonly registry: string;
  readonly context: ContextName;
  /** Qualified outside the default context. */
  readonly subject: string;
  readonly level: CompatibilityLevel | undefined;
  /** Where the level was found; `given` by the caller, `unknown` where nobody knows it. */
  readonly levelSource: Exclude<ConfigSource, 'assumed'> | 'given' | 'unknown';
  /** What could not be read, a sentence each; the answer says `unknown` where it depends on that. */
  readonly unknown: readonly string[];
}

/** A subject and a candidate, read. */
export interface ReadEvolution {
  readonly facts: EvolutionFacts;
  readonly subject: SnapshotSubject;
  readonly parsed: ParsedSchema;
  readonly versions: SubjectVersions;
}

/**
 * Reads what an answer about a subject's evolution needs: every live version, the candidate with its references, the
 * configuration in force.
 *
 * @param written the subject, qualified outside the default context
 * @throws SnapshotError `subject_not_found`, `reference_not_found`, `text_unknown`, `closed`, `aborted`
 * @throws SchemaError `invalid_schema` where the candidate is none, or `too_large`
 */
export async function readEvolution(
  snapshot: Snapshot,
  written: string,
  candidate: EvolutionCandidate,
  { level, signal }: EvolutionOptions,
): Promise<ReadEvolution> {
  requireTexts(snapshot);
  const turn = takeTurns('Reading a subject', signal);
  await turn();
  const subject = requireSubject(snapshot, written);
  const effective = effectiveConfig(snapshot, subject);
  const { config } = effective;
  const references = await readReferences(snapshot, subject, candidate, turn);
  const { schemaType = 'AVRO', schema, metadata } = candidate;
  const parsed = parseSchema(schemaType, schema, { references });
  const { found, unreadable } = await readVersions(snapshot, subject, turn, signal);
  const incomplete = unknownPartsOf(snapshot).version(subject.name)?.reason;
  const own = found.filter(({ version }) => unreadable.every((each) => each.version !== version));
  return {
    subject,
    parsed,
    facts: {
      registry: snapshot.registry,
      context: subject.context,
      subject: subject.name,
      ...levelOf(effective, level),
      unknown: [
        ...(effective.unknown === undefined || level !== undefined
          ? []
          : [`The level in force: ${effective.unknown}`]),
        ...(incomplete === undefined ? [] : [`Whether it has more versions: ${incomplete}`]),
        ...unreadable.map(({ version, reason }) => `Version ${version}: ${reason}`),
      ],
    },
    versions: {
      versions: sameCompatibilityGroup(own, metadata, config.compatibilityGroup ?? undefined),
      unreadable,
      policy: config.compatibilityPolicy === 'LENIENT' ? 'LENIENT' : 'STRICT',
      validateFields: config.validateFields === true,
      metadata,
      ...(incomplete !== undefined && { incomplete }),
    },
  };
}

function requireTexts({ detail, registry }: Snapshot): void {
  if (detail === 'schemas') return;
  throw new SnapshotError(
    'text_unknown',
    `The snapshot of ${registry} holds no texts. Take one at the detail 'schemas'.`,
  );
}

function levelOf(
  { source, level }: EffectiveConfig,
  given: CompatibilityLevel | undefined,
): Pick<EvolutionFacts, 'level' | 'levelSource'> {
  if (given !== undefined) return { level: given, levelSource: 'given' };
  if (source === 'assumed') return { level: undefined, levelSource: 'unknown' };
  return { level, levelSource: source };
}

/** Every live version; what cannot be read is told of, not left out. */
async function readVersions(
  snapshot: Snapshot,
  subject: SnapshotSubject,
  turn: () => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<{ found: PreviousSchema[]; unreadable: UnreadableVersion[] }> {
  const readSchema = createSchemaReader(snapshot, { signal });
  const found: PreviousSchema[] = [];
  const unreadable: UnreadableVersion[] = snapshot.unreadable.flatMap(
    ({ what, subject: name, version, reason }) =>
      what === 'schema' && name === subject.name && version !== undefined
        ? [{ version, reason }]
        : [],
  );
  for (const version of subject.versions) {
    if (version.deleted) continue;
    await turn();
    try {
      const { parsed } = await readSchema({ subject, version });
      found.push({ version: version.version, schema: parsed, metadata: version.metadata });
    } catch (error) {
      const isOfVersion =
        isSchemaError(error) ||
        isSnapshotError(error, 'reference_not_found') ||
        isSnapshotError(error, 'text_unknown');
      if (!isOfVersion) throw error;
      unreadable.push({ version: version.version, reason: error.message });
    }
  }
  return { found, unreadable };
}

/** The texts of what a candidate refers to, directly or through others. */
async function readReferences(
  snapshot: Snapshot,
  subject: SnapshotSubject,
  { references = [], schemaType = 'AVRO' }: EvolutionCandidate,
  turn: () => Promise<void>,
): Promise<ReferencedSchema[]> {
  if (references.length === 0) return [];
  const version = { version: 0, id: 0, deleted: false, schemaType, guid: '', references, bytes: 0 };
  const { found, missing } = followReferences(snapshot, { subject, version });
  const [first] = missing;
  if (first !== undefined) {
    throw new SnapshotError(
      'reference_not_found',
      `The schema refers to version ${first.version} of ${first.subject}, which the snapshot of ${snapshot.registry} does not have: ${first.unknown ?? 'it is not there. Register it first.'}`,
    );
  }
  const texts: ReferencedSchema[] = [];
  for (const [name, place] of found) {
    await turn();
    texts.push({ name, text: await snapshot.texts.read(place.version.guid) });
  }
  return texts;
}
