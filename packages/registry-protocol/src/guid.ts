import { createHash, type Hash, hash } from 'node:crypto';
import type { Metadata, Rule, RuleSet } from './wire/schema.ts';

/** A reference, of which a request may leave out any part. */
interface PartialReference {
  name?: string | null | undefined;
  subject?: string | null | undefined;
  version?: number | null | undefined;
}

/** What makes two schemas the same for a registry; the format does not. */
export interface SchemaContent {
  /** The text in the form in which the registry stores it. */
  schema: string;
  references?: readonly PartialReference[] | undefined;
  metadata?: Metadata | null | undefined;
  ruleSet?: RuleSet | null | undefined;
}

const present = Buffer.from([1]);

/**
 * Computes the guid that a registry gives to a schema: the MD5 of text, references, metadata and rules, written as a UUID.
 * Equal content has an equal guid in every context and every registry, so copies can be verified without reading texts.
 */
export function schemaGuid(content: SchemaContent): string {
  const { references, metadata, ruleSet } = content;
  const isBare = (references?.length ?? 0) === 0 && !metadata && !ruleSet;
  return isBare ? hyphenate(hash('md5', bytesOf(content.schema))) : guidOfAll(content);
}

function guidOfAll(content: SchemaContent): string {
  const hash = createHash('md5').update(bytesOf(content.schema));
  for (const { name, subject, version } of content.references ?? []) {
    hash.update(bytesOf(name ?? '')).update(bytesOf(subject ?? ''));
    if (version === undefined || version === null) continue;
    const number = Buffer.alloc(4);
    number.writeInt32BE(version | 0);
    hash.update(number);
  }
  if (content.metadata) addMetadata(hash, content.metadata);
  if (content.ruleSet) addRuleSet(hash, content.ruleSet);
  return hyphenate(hash.digest('hex'));
}

function hyphenate(hex: string): string {
  // Joined, the text is one piece in memory; a template would keep its parts.
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join('-');
}

function addMetadata(hash: Hash, { tags, properties, sensitive }: Metadata): void {
  hash.update(present);
  for (const [path, names] of sortedEntries(tags)) {
    hash.update(bytesOf(path));
    for (const name of sorted(names)) hash.update(bytesOf(name));
  }
  for (const [key, value] of sortedEntries(properties))
    hash.update(bytesOf(key)).update(bytesOf(value));
  for (const name of sorted(sensitive)) hash.update(bytesOf(name));
}

function addRuleSet(hash: Hash, rules: RuleSet): void {
  hash.update(present);
  for (const rule of rules.migrationRules ?? []) addRule(hash, rule);
  for (const rule of rules.domainRules ?? []) addRule(hash, rule);
  for (const rule of rules.encodingRules ?? []) addRule(hash, rule);
  if (rules.enableAt) hash.update(bytesOf(rules.enableAt));
}

function addRule(hash: Hash, rule: Rule): void {
  for (const text of [rule.name, rule.doc, rule.kind, rule.mode, rule.type])
    if (text) hash.update(bytesOf(text));
  for (const tag of sorted(rule.tags)) hash.update(bytesOf(tag));
  for (const [key, value] of sortedEntries(rule.params))
    hash.update(bytesOf(key)).update(bytesOf(value));
  for (const text of [rule.expr, rule.onSuccess, rule.onFailure])
    if (text) hash.update(bytesOf(text));
  if (rule.disabled) hash.update(present);
}

/** A text as UTF-8; half of a surrogate pair becomes a question mark, as Java writes it. */
function bytesOf(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}

// Sets and maps are sorted by UTF-16 units, as Java's TreeMap sorts strings.
function sorted(names: readonly string[] | undefined): string[] {
  return [...new Set(names)].sort();
}

function sortedEntries<T>(record: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
