import {
  isSchemaError,
  type ParsedSchema,
  parseSchema,
  type ReferencedSchema,
} from '@srkit/schemas';
import type { PlacedVersion } from './indexes.ts';
import { type MissingReference, readWithReferences } from './resolve-references.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** A version whose text was parsed. */
export interface ReadSchema {
  readonly parsed: ParsedSchema;
  /** What it refers to, directly or through others, and the snapshot does not have. */
  readonly missing: readonly MissingReference[];
}

/** Parses versions of one snapshot, each content once as long as it is remembered. */
export type SchemaReader = (place: PlacedVersion) => Promise<ReadSchema>;

const mostRemembered = 500;

/**
 * Makes a reader that parses versions tolerantly, as what is stored already, and remembers the last ones.
 *
 * @returns a reader that fails with `text_unknown`, `reference_not_found`, `closed` or `aborted` of SnapshotError, or with a
 *   SchemaError where the text is no schema of its type
 */
export function createSchemaReader(
  snapshot: Snapshot,
  { signal }: { signal?: AbortSignal | undefined } = {},
): SchemaReader {
  const remembered = new Map<string, ReadSchema>();
  return async (place) => {
    const { subject, version } = place;
    // What an unqualified reference leads to depends on the context.
    const where = version.references.length === 0 ? '' : subject.context;
    const key = `${version.schemaType} ${version.guid} ${where}`;
    let read = remembered.get(key);
    remembered.delete(key);
    if (read === undefined) {
      const { text, references, missing } = await readWithReferences(snapshot, subject, version, {
        signal,
      });
      const parsed = parse(snapshot, place, text, references, missing);
      read = { parsed, missing };
    }
    remembered.set(key, read);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return read;
  };
}

function parse(
  snapshot: Snapshot,
  { subject, version }: PlacedVersion,
  text: string,
  references: readonly ReferencedSchema[],
  missing: readonly MissingReference[],
): ParsedSchema {
  try {
    return parseSchema(version.schemaType, text, { references, validation: 'stored' });
  } catch (error) {
    const [first] = missing;
    if (!isSchemaError(error, 'invalid_schema') || first === undefined) throw error;
    const why = first.unknown ?? 'It is not there.';
    throw new SnapshotError(
      'reference_not_found',
      `Version ${version.version} of ${subject.name} cannot be read without version ${first.version} of ${first.subject}, which the snapshot of ${snapshot.registry} does not have: ${why}`,
      { cause: error },
    );
  }
}
