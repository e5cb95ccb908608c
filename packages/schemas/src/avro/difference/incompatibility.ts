/** What kind of thing stops a reader, in the words of Avro Java's `SchemaIncompatibilityType`. */
export type IncompatibilityType =
  | 'NAME_MISMATCH'
  | 'FIXED_SIZE_MISMATCH'
  | 'MISSING_ENUM_SYMBOLS'
  | 'READER_FIELD_MISSING_DEFAULT_VALUE'
  | 'TYPE_MISMATCH'
  | 'MISSING_UNION_BRANCH';

/** One reason why a reader cannot read what a writer wrote, as Avro Java 1.12 gives it. */
export interface Incompatibility {
  type: IncompatibilityType;
  /** JSON pointer into the reader's schema, `/` for the whole; relative inside a reader's union. */
  location: string;
  message: string;
}
