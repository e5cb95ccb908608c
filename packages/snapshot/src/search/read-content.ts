import { schemaTypes } from '@srkit/registry-protocol';
import {
  isSchemaError,
  type ParsedSchema,
  parseSchema,
  type ReferencedSchema,
} from '@srkit/schemas';
import type { PlacedVersion } from '../indexes.ts';
import { followReferences, type MissingReference } from '../resolve-references.ts';
import type { Snapshot } from '../snapshot.ts';
import { isSnapshotError } from '../snapshot-error.ts';

/** The texts of a version: its own and, in the order in which they are parsed, those of all that it refers to. */
export interface ContentTexts {
  readonly text: string;
  readonly references: readonly ReferencedSchema[];
  /** What it refers to, directly or through others, and the snapshot does not have. */
  readonly missing: readonly MissingReference[];
}

/**
 * Reads texts; those that others refer to are kept for a while, as many refer to the same. Without `follow` what a version
 * refers to is not read.
 */
export type TextReader = (
  place: PlacedVersion,
  options: { follow: boolean },
) => Promise<ContentTexts>;

const mostKeptLength = 8_000_000;

/** Makes a reader of the texts of one snapshot. */
export function createTextReader(snapshot: Snapshot): TextReader {
  const kept = new Map<string, string>();
  let keptLength = 0;

  async function readReferenced(guid: string): Promise<string> {
    const known = kept.get(guid);
    if (known !== undefined) return known;
    const text = await snapshot.texts.read(guid);
    kept.set(guid, text);
    keptLength += text.length;
    for (const [oldest, { length }] of kept) {
      if (keptLength <= mostKeptLength) break;
      kept.delete(oldest);
      keptLength -= length;
    }
    return text;
  }

  return async (place, { follow }) => {
    const { version } = place;
    const text = await snapshot.texts.read(version.guid);
    if (version.references.length === 0 || !follow) return { text, references: [], missing: [] };
    const { found, missing } = followReferences(snapshot, place);
    const references: ReferencedSchema[] = [];
    for (const [name, target] of found) {
      references.push({ name, text: await readReferenced(target.version.guid) });
    }
    return { text, references, missing };
  };
}

/** Why a schema was not searched, or not all of it. */
export interface Failure {
  readonly code:
    | 'not_parsed'
    | 'not_supported'
    | 'reference_missing'
    | 'text_unknown'
    | 'too_large';
  /** In a sentence. */
  readonly reason: string;
}

/**
 * Parses a content tolerantly, as what is stored already.
 *
 * @returns undefined for a type that registries do not usually have
 * @throws SchemaError where the text is no schema of its type
 */
export function parseContent(
  { version }: PlacedVersion,
  { text, references }: ContentTexts,
): ParsedSchema | undefined {
  const type = schemaTypes.find((known) => known === version.schemaType);
  return type && parseSchema(type, text, { references, validation: 'stored' });
}

/**
 * Says why something could not be searched.
 *
 * @throws what is no fault of the schema: that the snapshot is closed, or the search was ended
 */
export function failureOf(error: unknown): Failure {
  if (isSnapshotError(error, 'text_unknown'))
    return { code: 'text_unknown', reason: error.message };
  if (!isSchemaError(error)) throw error;
  const code = error.code === 'too_large' ? 'too_large' : 'not_parsed';
  return { code, reason: error.message };
}

/** Why a schema was not searched whole although it could be parsed. */
export function failureOfMissing([first, ...others]: readonly MissingReference[]):
  | Failure
  | undefined {
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : `, and to ${others.length} more that it does not have`;
  return {
    code: 'reference_missing',
    reason: `It refers to version ${first.version} of ${JSON.stringify(first.subject)}, which the snapshot does not have${more}.`,
  };
}
