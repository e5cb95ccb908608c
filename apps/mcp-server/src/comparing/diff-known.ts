import type { StructuralChange } from '@srkit/schemas';
import type { KnownFacts, KnownSchema } from '../reading/known-schema.ts';
import { type DangerWarning, dangersAt } from './dangers-at.ts';

/** What changed from one schema to another. */
export interface SchemaDiff {
  from: KnownFacts;
  to: KnownFacts;
  identical: boolean;
  /** What to know about two schemas that mean the same. */
  note?: string;
  changes: StructuralChange[];
  dangerous_changes: DangerWarning[];
  total_dangerous: number;
}

/**
 * Compares two schemas for people to read.
 *
 * @throws SchemaError `not_supported` for schemas of two types
 */
export async function diffKnown(before: KnownSchema, after: KnownSchema): Promise<SchemaDiff> {
  const { diffSchemas } = await import('@srkit/schemas');
  const changes = diffSchemas(before.parsed, after.parsed);
  const dangers = await dangersAt('NONE', before.parsed, after.parsed);
  const identical = changes.length === 0;
  return {
    from: before.facts,
    to: after.facts,
    identical,
    ...(identical &&
      before.facts.guid !== after.facts.guid && {
        note: 'The schemas mean the same, but their guids differ: by spelling, references, metadata or rules.',
      }),
    changes,
    dangerous_changes: dangers,
    total_dangerous: dangers.length,
  };
}
