import type { AvroEnum, AvroField, AvroNamedType, AvroRecord, AvroType } from '../../avro/model.ts';

/** A field with the record that it is in. */
export interface PlacedField {
  readonly record: AvroRecord;
  readonly field: AvroField;
}

/** Something in the way from one Avro schema to another, with the parts of both that it is about. */
export type AvroObstacle =
  /** A new field that has no default. */
  | { readonly kind: 'field_added'; readonly next: PlacedField }
  /** A field that is gone and had no default. */
  | { readonly kind: 'field_removed'; readonly old: PlacedField; readonly inRecord: AvroRecord }
  /** A field that seems to have got another name, without the alias that would tell. */
  | { readonly kind: 'field_renamed'; readonly old: PlacedField; readonly next: PlacedField }
  /** A field whose old and new type do not read each other. */
  | { readonly kind: 'field_retyped'; readonly old: PlacedField; readonly next: PlacedField }
  /** A named type with another name, without the alias that would tell. */
  | { readonly kind: 'type_renamed'; readonly old: AvroNamedType; readonly next: AvroNamedType }
  /** An enum that lost symbols, or has new ones, without a default for those who do not know them. */
  | {
      readonly kind: 'symbols_changed';
      readonly old: AvroEnum;
      readonly next: AvroEnum;
      readonly removed: readonly string[];
      readonly added: readonly string[];
    }
  /** Two types that do not read each other and are in no field that could be left out. */
  | { readonly kind: 'rigid'; readonly old: AvroType; readonly next: AvroType };
