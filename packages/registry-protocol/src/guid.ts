import { createHash, type Hash } from 'node:crypto';
import type { Metadata, Rule, RuleSet, SchemaReference } from './wire/schema.ts';

/** What makes two schemas the same for a registry; the format does not. */
export interface SchemaContent {
  /** The text in the form in which the registry stores it. */
  schema: string;
  references?: readonly SchemaReference[] | undefined;
  metadata?: Metadata | null | undefined;
  ruleSet?: RuleSet | null | undefined;
}

const present = Buffer.from([1]);

/**
 * Computes the guid that a registry gives to a schema: the MD5 of text, references, metadata and rules, written as a UUID.
 * Equal content has an equal guid in every context and every registry, so copies can be verified without reading texts.
 */
export function schemaGuid(content: SchemaContent): string {
  const hash = createHash('md5').update(content.schema, 'utf8');
  for (const { name, subject, version } of content.references ?? []) {
    const number = Buffer.alloc(4);
    number.writeInt32BE(version | 0);
    hash.update(name, 'utf8').update(subject, 'utf8').update(number);
  }
  if (content.metadata) addMetadata(hash, content.metadata);
  if (content.ruleSet) addRuleSet(hash, content.ruleSet);
  const hex = hash.digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function addMetadata(hash: Hash, { tags, properties, sensitive }: Metadata): void {
  hash.update(present);
  for (const [path, names] of sortedEntries(tags)) {
    hash.update(path, 'utf8');
    for (const name of sorted(names)) hash.update(name, 'utf8');
  }
  for (const [key, value] of sortedEntries(properties))
    hash.update(key, 'utf8').update(value, 'utf8');
  for (const name of sorted(sensitive)) hash.update(name, 'utf8');
}

function addRuleSet(hash: Hash, rules: RuleSet): void {
  hash.update(present);
  for (const rule of rules.migrationRules ?? []) addRule(hash, rule);
  for (const rule of rules.domainRules ?? []) addRule(hash, rule);
  for (const rule of rules.encodingRules ?? []) addRule(hash, rule);
  if (rules.enableAt) hash.update(rules.enableAt, 'utf8');
}

function addRule(hash: Hash, rule: Rule): void {
  for (const text of [rule.name, rule.doc, rule.kind, rule.mode, rule.type])
    if (text) hash.update(text, 'utf8');
  for (const tag of sorted(rule.tags)) hash.update(tag, 'utf8');
  for (const [key, value] of sortedEntries(rule.params))
    hash.update(key, 'utf8').update(value, 'utf8');
  for (const text of [rule.expr, rule.onSuccess, rule.onFailure])
    if (text) hash.update(text, 'utf8');
  if (rule.disabled) hash.update(present);
}

// Sets and maps are sorted by UTF-16 units, as Java's TreeMap sorts strings.
function sorted(names: readonly string[] | undefined): string[] {
  return [...new Set(names)].sort();
}

function sortedEntries<T>(record: Readonly<Record<string, T>> | undefined): [string, T][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
