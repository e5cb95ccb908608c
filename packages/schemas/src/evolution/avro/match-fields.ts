import type { AvroField, AvroRecord } from '../../avro/model.ts';

/** A field of the newer record, one of the older, or both where the one continues the other. */
export interface FieldMatch {
  readonly old: AvroField | undefined;
  readonly next: AvroField | undefined;
}

/**
 * Pairs the fields of two records by name, by an alias of either, and then by what they seem to have
 * been called before.
 */
export function matchFields(
  old: AvroRecord,
  next: AvroRecord,
  seemsRenamed: (field: AvroField) => AvroField | undefined,
): FieldMatch[] {
  const left = new Set(old.fields);
  const take = (field: AvroField | undefined): AvroField | undefined =>
    field !== undefined && left.delete(field) ? field : undefined;
  const byOldAlias = new Map<string, AvroField>();
  for (const field of old.fields) {
    for (const alias of field.aliases) byOldAlias.set(alias, field);
  }
  const matches = new Map<AvroField, AvroField>();
  const rounds: ((field: AvroField) => readonly (AvroField | undefined)[])[] = [
    ({ name }) => [old.fieldsByName.get(name)],
    ({ aliases }) => aliases.map((alias) => old.fieldsByName.get(alias)),
    ({ name }) => [byOldAlias.get(name)],
    (field) => [seemsRenamed(field)],
  ];
  for (const candidates of rounds) {
    for (const field of next.fields) {
      if (matches.has(field)) continue;
      for (const candidate of candidates(field)) {
        const taken = take(candidate);
        if (taken === undefined) continue;
        matches.set(field, taken);
        break;
      }
    }
  }
  return [
    ...next.fields.map((field) => ({ next: field, old: matches.get(field) })),
    ...[...left].map((field) => ({ old: field, next: undefined })),
  ];
}
