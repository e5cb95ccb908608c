import { type SchemaReference, schemaGuid } from '@srkit/registry-protocol';
import { isSchemaError, normalizeSchema } from '@srkit/schemas';
import type { PlacedVersion } from '../indexes.ts';
import { referencedSubject } from '../referenced-subject.ts';
import { createSchemaReader } from '../schema-reader.ts';
import type { Snapshot, SnapshotSubject, SnapshotVersion } from '../snapshot.ts';
import type { ContentPart } from './comparison.ts';
import type { NameMap } from './name-map.ts';
import { sameValue } from './same-value.ts';

/** What comes of the contents of two versions. */
export type ContentVerdict =
  | { readonly state: 'equal' }
  | { readonly state: 'different'; readonly differs: readonly ContentPart[] }
  | { readonly state: 'unknown'; readonly reason: string };

/** Compares contents of a source and a target. */
export interface ContentComparer {
  /** Whether two contents are surely one: their guids and types are equal, or differ only by names of contexts and subjects that stand for each other. */
  isSame(source: PlacedVersion, target: PlacedVersion): Promise<boolean>;
  /** Whether some versions of a subject of the target have a content. */
  isAmong(
    source: PlacedVersion,
    target: SnapshotSubject,
    versions: readonly SnapshotVersion[],
  ): Promise<boolean>;
  /** The same, and what differs. */
  compare(source: PlacedVersion, target: PlacedVersion): Promise<ContentVerdict>;
}

/** How contents are compared. */
export interface ContentOptions {
  /**
   * What to do where two texts differ: `compare` them as they are, `tell` where they differ only in formatting, or `ignore` that
   * they do. To tell, both are parsed and brought to their normal form.
   *
   * @default 'compare'
   */
  formatting?: 'compare' | 'tell' | 'ignore' | undefined;
}

const equal: ContentVerdict = { state: 'equal' };

/** Makes what compares the contents of two snapshots. Texts are read only where guids do not decide. */
export function createContentComparer(
  source: Snapshot,
  target: Snapshot,
  names: NameMap,
  {
    formatting = 'compare',
    texts,
    signal,
  }: ContentOptions & { texts: boolean; signal: AbortSignal | undefined },
): ContentComparer {
  const parseSource = createSchemaReader(source, { signal });
  const parseTarget = createSchemaReader(target, { signal });
  const guids = new Map<string, Promise<string>>();
  const formats = new Map<string, Promise<boolean>>();

  async function isSame(one: PlacedVersion, other: PlacedVersion): Promise<boolean> {
    if (one.version.schemaType !== other.version.schemaType) return false;
    if (one.version.guid === other.version.guid) return true;
    if (!texts || !mayDifferByNames(one, other, names)) return false;
    return (await guidWith(one, other.version.references)) === other.version.guid;
  }

  /** The guid that a content of the source has with the references of the target. */
  async function guidWith(
    { version }: PlacedVersion,
    references: readonly SchemaReference[],
  ): Promise<string> {
    const { metadata, ruleSet, guid } = version;
    const key = JSON.stringify([guid, references]);
    const known = guids.get(key);
    if (known) return known;
    const made = source.texts
      .read(guid)
      .then((schema) => schemaGuid({ schema, references, metadata, ruleSet }));
    guids.set(key, made);
    return made;
  }

  async function isAmong(
    one: PlacedVersion,
    subject: SnapshotSubject,
    versions: readonly SnapshotVersion[],
  ): Promise<boolean> {
    const content = contentOf(one.version);
    if (versions.some((version) => contentOf(version) === content)) return true;
    if (names.isIdentity || one.version.references.length === 0) return false;
    for (const version of versions) if (await isSame(one, { subject, version })) return true;
    return false;
  }

  async function compare(one: PlacedVersion, other: PlacedVersion): Promise<ContentVerdict> {
    if (await isSame(one, other)) return equal;
    const differs = otherParts(one, other, names);
    const isTextSame = await sameText(one, other, differs.length > 0);
    if (isTextSame === undefined && differs.length === 0) {
      const reason = `Whether version ${one.version.version} is equal cannot be told: its references name contexts, and texts were not read.`;
      return { state: 'unknown', reason };
    }
    if (isTextSame === false)
      differs.push((await isFormatting(one, other)) ? 'formatting' : 'text');
    const counted =
      formatting === 'ignore' ? differs.filter((part) => part !== 'formatting') : differs;
    // Nothing is left also where a registry computes guids in a way of its own.
    return counted.length === 0 ? equal : { state: 'different', differs };
  }

  /** Undefined where it cannot be told without texts. */
  async function sameText(
    one: PlacedVersion,
    other: PlacedVersion,
    isOtherwiseDifferent: boolean,
  ): Promise<boolean | undefined> {
    if (one.version.bytes !== other.version.bytes) return false;
    // With nothing else that makes the guids differ, the texts do.
    if (!texts)
      return !isOtherwiseDifferent && !mayDifferByNames(one, other, names) ? false : undefined;
    const [text, otherText] = [
      await source.texts.read(one.version.guid),
      await target.texts.read(other.version.guid),
    ];
    return text === otherText;
  }

  async function isFormatting(one: PlacedVersion, other: PlacedVersion): Promise<boolean> {
    const isComparable = texts && one.version.schemaType === other.version.schemaType;
    if (formatting === 'compare' || !isComparable) return false;
    const key = `${one.version.guid} ${other.version.guid} ${one.subject.context} ${other.subject.context}`;
    const known = formats.get(key) ?? haveOneNormalForm(one, other);
    formats.set(key, known);
    return known;
  }

  async function haveOneNormalForm(one: PlacedVersion, other: PlacedVersion): Promise<boolean> {
    try {
      const { parsed } = await parseSource(one);
      const { parsed: otherParsed } = await parseTarget(other);
      return normalizeSchema(parsed) === normalizeSchema(otherParsed);
    } catch (error) {
      // What cannot be parsed is compared as it stands.
      if (isSchemaError(error)) return false;
      throw error;
    }
  }

  return { isSame, isAmong, compare };
}

/** References as they have to be written in a context of the target; undefined where one of them has no counterpart. */
export function mapReferences(
  { subject, version }: PlacedVersion,
  context: string,
  names: NameMap,
): readonly SchemaReference[] | undefined {
  if (names.isIdentity || version.references.length === 0) return version.references;
  const mapped: SchemaReference[] = [];
  for (const reference of version.references) {
    const at = { source: subject.context, target: context };
    const written = names.referenceInTarget(reference.subject, at);
    if (written === undefined) return undefined;
    mapped.push({ ...reference, subject: written });
  }
  return mapped;
}

/** Whether two guids can differ just because references name what is one and the same otherwise. */
function mayDifferByNames(one: PlacedVersion, other: PlacedVersion, names: NameMap): boolean {
  const { references } = one.version;
  return (
    !names.isIdentity &&
    references.length > 0 &&
    !sameReferences(references, other.version.references) &&
    areCounterparts(one, other, names)
  );
}

/** Whether references lead to counterparts, however they are written. */
function areCounterparts(one: PlacedVersion, other: PlacedVersion, names: NameMap): boolean {
  const others = other.version.references;
  return (
    one.version.references.length === others.length &&
    one.version.references.every(({ name, subject, version }, index) => {
      const at = others[index];
      if (at?.name !== name || at.version !== version) return false;
      const from = referencedSubject(one.subject.context, subject);
      return names.inTarget(from) === referencedSubject(other.subject.context, at.subject);
    })
  );
}

/** What differs besides the text. */
function otherParts(one: PlacedVersion, other: PlacedVersion, names: NameMap): ContentPart[] {
  const parts: ContentPart[] = [];
  const [version, otherVersion] = [one.version, other.version];
  if (version.schemaType !== otherVersion.schemaType) parts.push('schema_type');
  const areSame = names.isIdentity
    ? sameReferences(version.references, otherVersion.references)
    : areCounterparts(one, other, names);
  if (!areSame) parts.push('references');
  if (!sameValue(version.metadata, otherVersion.metadata)) parts.push('metadata');
  if (!sameValue(version.ruleSet, otherVersion.ruleSet)) parts.push('rule_set');
  return parts;
}

function sameReferences(
  one: readonly SchemaReference[],
  other: readonly SchemaReference[],
): boolean {
  if (one === other) return true;
  return (
    one.length === other.length &&
    one.every(({ name, subject, version }, index) => {
      const at = other[index];
      return at?.name === name && at.subject === subject && at.version === version;
    })
  );
}

/** What a content is recognised by: texts of two types can have one guid. */
export function contentOf({
  schemaType,
  guid,
}: Pick<SnapshotVersion, 'schemaType' | 'guid'>): string {
  return `${schemaType} ${guid}`;
}
