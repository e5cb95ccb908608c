import type { AvroField, AvroType } from '../../avro/model.ts';
import { nameWords } from '../../name-words.ts';
import type { LintedAvro } from './avro-lint-rule.ts';

/** A field whose type says less than its name. */
export interface BareField {
  path: string;
  field: AvroField;
  type: AvroType['type'];
  /** Of its name. */
  words: string[];
  /** The last of them, which says what it is. */
  last: string;
}

/** Primitive types without a logical type, that are a field's value or an element of it. */
export function* bareFields({ outline }: LintedAvro): Iterable<BareField> {
  for (const { path, type, field } of outline.values) {
    if (field === undefined || !isBare(type)) continue;
    const words = nameWords(field.name);
    yield { path, field, type: type.type, words, last: words.at(-1) ?? '' };
  }
}

function isBare(type: AvroType): boolean {
  if (['record', 'enum', 'fixed', 'array', 'map', 'union'].includes(type.type)) return false;
  return 'properties' in type && !type.properties.has('logicalType');
}
