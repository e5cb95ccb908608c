import {
  defaultContext,
  normalizeQualifiedName,
  parseQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { SchemaRecord } from './records.ts';

/** The versions that a record refers to; unqualified, a subject is one of the record's own context. */
export function referencedVersions(record: SchemaRecord): [subject: string, version: number][] {
  if (record.references.length === 0) return [];
  const { context } = parseQualifiedName(record.subject);
  return record.references.map(({ subject, version }) => [
    referencedSubject(context, subject),
    version,
  ]);
}

/**
 * The full name of a referenced subject: unless it names a context other than the default one, it is one of the referring
 * schema's context.
 */
export function referencedSubject(context: string, subject: string): string {
  return parseQualifiedName(subject).context === defaultContext
    ? qualifiedName(context, subject)
    : normalizeQualifiedName(subject);
}
