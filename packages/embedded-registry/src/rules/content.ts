import {
  type Metadata,
  parseQualifiedName,
  type RuleSet,
  type SchemaReference,
  type SchemaType,
  schemaGuid,
  schemaTypes,
} from '@srkit/registry-protocol';
import {
  isSchemaError,
  normalizeSchema,
  type ParsedSchema,
  type SchemaError,
} from '@srkit/schemas';
import { avroTextComplaint } from '../http/jackson/avro-text-complaint.ts';
import { rejectionWith } from '../http/rejection.ts';
import type { ReadText, Registry } from '../registry.ts';
import { effectiveMode, isImporting } from './effective-mode.ts';
import { describeReference, resolveReferences, type SentReference } from './references.ts';
import { describeRuleSet } from './rule-sets/describe-rule-set.ts';
import { readRuleSet } from './rule-sets/read-rule-set.ts';
import type { SentRuleSet } from './rule-sets/sent-rule-set.ts';

/** A schema as a request brings it. */
export interface SentSchema {
  schema?: string | null;
  schemaType?: string | null;
  references?: readonly (SentReference | null)[] | null;
  metadata?: Metadata | null;
  ruleSet?: SentRuleSet | null;
  id?: number | null;
  version?: number | null;
  schemaTagsToAdd?: readonly (SentTags | null)[] | null;
  schemaTagsToRemove?: readonly (SentTags | null)[] | null;
  propagateSchemaTags?: boolean | null;
}

/** Tags of one record or field as they are sent: any part may be missing. */
export interface SentTags {
  schemaEntity?: {
    entityPath?: string | null;
    entityType?: 'sr_record' | 'sr_field' | null;
  } | null;
  tags?: readonly (string | null)[] | null;
}

/** What a version is made of, in the form in which it is stored and compared. */
export interface Content {
  schemaType: SchemaType;
  schema: string;
  references: SchemaReference[];
  metadata: Metadata | null;
  ruleSet: RuleSet | null;
  guid: string;
  parsed: ParsedSchema;
}

/** How a text is read. */
export interface ReadOptions {
  /** New schemas have strict names and valid defaults, and refer to nothing that is soft-deleted. */
  isNew: boolean;
  normalize: boolean;
}

/** Whether a request brings no text at all. */
export function isBlank(sent: SentSchema): boolean {
  return (sent.schema ?? '').trim() === '';
}

/**
 * Reads a sent schema into the content that is stored.
 *
 * @throws Rejection 42201 for an unknown type, a broken reference or an invalid text
 */
export function readContent(
  registry: Registry,
  subject: string,
  sent: SentSchema,
  { isNew, normalize }: ReadOptions,
): Content {
  const schemaType = typeOf(sent);
  const { context } = parseQualifiedName(subject);
  const text = sent.schema ?? '';
  const sentReferences = referencesOf(sent);
  const resolved = resolveReferences(registry, context, sentReferences, { deleted: !isNew });
  const ruleSet = readRuleSet(registry, sent.ruleSet);
  const attempt = { subject, sent, schemaType, ruleSet };
  if ('details' in resolved) throw unreadable(attempt, resolved.details);

  const validation = isChecked(registry, subject, schemaType, isNew) ? 'new' : 'stored';
  const metadata = sent.metadata ?? null;
  const references = normalize ? sortedReferences(resolved.references) : resolved.references;
  try {
    const key = keyOf(registry, context, resolved.references);
    const read = registry.texts.read(
      schemaType,
      text,
      { key, schemas: resolved.schemas },
      validation,
      () => rememberedLatest(registry, subject),
    );
    const { parsed } = read;
    const bare = bareContent(read, normalize);
    if (references.length > 0 || metadata !== null || ruleSet !== null)
      return withMetadata(
        { schemaType, schema: bare.schema, references, parsed },
        metadata,
        ruleSet,
      );
    const { schema, guid } = bare;
    return { schemaType, schema, references, metadata, ruleSet, guid, parsed };
  } catch (error) {
    if (!isSchemaError(error)) throw error;
    const refuse = isReadable(error) ? invalidSchema : unreadable;
    const broken = schemaType === 'AVRO' ? avroTextComplaint(text) : undefined;
    throw refuse(attempt, broken ?? error.details);
  }
}

/** The latest version in parsed form, if that costs nothing. */
function rememberedLatest(registry: Registry, subject: string): ParsedSchema | undefined {
  const latest = registry.store.versions(subject).live.at(-1);
  return latest && registry.schemas.remembered(latest);
}

/** What stands behind references changes only when a version is overwritten or goes. */
function keyOf(
  registry: Registry,
  context: string,
  references: readonly SchemaReference[],
): string {
  if (references.length === 0) return '';
  return JSON.stringify([registry.store.replacements, context, references]);
}

/** The text that is stored, and its guid where there is nothing but the text. */
function bareContent(read: ReadText, normalize: boolean): { schema: string; guid: string } {
  const form = normalize ? 'normalized' : 'sent';
  const known = read.contents.get(form);
  if (known) return known;
  const schema = normalize ? normalizeSchema(read.parsed) : read.parsed.text;
  const content = { schema, guid: schemaGuid({ schema }) };
  read.contents.set(form, content);
  return content;
}

/** The same content with other metadata and rules. */
export function changeMetadata(
  content: Content,
  metadata: Metadata | null,
  ruleSet: RuleSet | null,
): Content {
  const isSame = content.metadata === metadata && content.ruleSet === ruleSet;
  return isSame ? content : withMetadata(content, metadata, ruleSet);
}

/** The same text with other metadata, and so with another guid. */
function withMetadata(
  content: Pick<Content, 'schemaType' | 'schema' | 'references' | 'parsed'>,
  metadata: Metadata | null,
  ruleSet: RuleSet | null,
): Content {
  const { schemaType, schema, references, parsed } = content;
  const guid = schemaGuid({ schema, references, metadata, ruleSet });
  return { schemaType, schema, references, metadata, ruleSet, guid, parsed };
}

/** Avro is checked when it is new, the others always; where versions are imported, nothing is. */
function isChecked(
  registry: Registry,
  subject: string,
  schemaType: SchemaType,
  isNew: boolean,
): boolean {
  return schemaType === 'AVRO' ? isNew : !isImporting(effectiveMode(registry, subject));
}

function typeOf(sent: SentSchema): SchemaType {
  const written = sent.schemaType || 'AVRO';
  const found = schemaTypes.find((type) => type === written);
  if (!found) throw rejectionWith(42201, `Invalid schema type ${written}`);
  return found;
}

function referencesOf(sent: SentSchema): SentReference[] {
  return (sent.references ?? []).map((reference) => reference ?? {});
}

function sortedReferences(references: readonly SchemaReference[]): SchemaReference[] {
  const distinct = new Map(references.map((each) => [JSON.stringify(each), each]));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...distinct.values()].sort(
    (a, b) => compare(a.subject, b.subject) || a.version - b.version || compare(a.name, b.name),
  );
}

/** Whether a text could be read and was found wrong after that, as a type that nobody defines is. */
function isReadable({ line, details }: SchemaError): boolean {
  return line === undefined || details.startsWith('Could not resolve type');
}

/** What a message says of a schema that is refused. */
interface Attempt {
  subject: string;
  sent: SentSchema;
  schemaType: SchemaType;
  ruleSet: RuleSet | null;
}

/** For a text that cannot be read at all, or whose references cannot be found. */
function unreadable(attempt: Attempt, details: string) {
  if (attempt.schemaType === 'AVRO') return invalidSchema(attempt, details);
  const refused = `Invalid schema of type ${attempt.schemaType}, details: `;
  return rejectionWith(42201, refused + refused + details);
}

function invalidSchema({ subject, sent, schemaType, ruleSet }: Attempt, details: string) {
  const isAvro = schemaType === 'AVRO';
  const references = `[${referencesOf(sent).map(describeReference).join(', ')}]`;
  const guid = schemaGuid({
    schema: sent.schema ?? '',
    references: referencesOf(sent),
    metadata: sent.metadata,
    ruleSet,
  });
  const place = isAvro ? 'version=null,id=null' : 'version=0,id=-1';
  const described = `{subject=${subject},${place},guid=${guid},schemaType=${schemaType},references=${references},metadata=${sent.metadata ? JSON.stringify(sent.metadata) : null},ruleSet=${describeRuleSet(ruleSet)},schema=${sent.schema ?? null},schemaTags=null,ts=null,deleted=null}`;
  return rejectionWith(
    42201,
    isAvro
      ? `Invalid schema of type AVRO, details: Invalid schema ${described} with refs ${references} of type AVRO, details: ${details}`
      : `Invalid schema ${described}, details: ${details}`,
  );
}
