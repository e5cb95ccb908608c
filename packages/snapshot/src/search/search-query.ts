/**
 * What a search looks into:
 *
 * - `subject`: names of subjects, without their context;
 * - `field`: paths of fields, where the match must reach into the field's own name: `email`, `customer.email`;
 * - `type`: full names of records, enums and other named types;
 * - `logical_type`: logical types (Avro), formats (JSON Schema), well-known messages (Protobuf);
 * - `doc`: documentation of fields and types;
 * - `symbol`: symbols of enums;
 * - `alias`: aliases of fields and types;
 * - `tag`: tags of fields and types, written in the schema or in its metadata;
 * - `metadata`: properties of the metadata, as `name: value`; of those that are marked sensitive the name alone;
 * - `text`: the text of the schema as it is stored.
 */
export type SearchTarget =
  | 'subject'
  | 'field'
  | 'type'
  | 'logical_type'
  | 'doc'
  | 'symbol'
  | 'alias'
  | 'tag'
  | 'metadata'
  | 'text';

/** Looks for a text, in any case. */
export interface TextQuery {
  kind: 'text';
  /** From 1 to 1,000 characters. */
  text: string;
  /**
   * `substring` takes the text anywhere. `words` takes its words in any order: `customer email` finds `customerEmail`,
   * `email_of_customer` and `customer.email`.
   *
   * @default 'substring'
   */
  match?: 'substring' | 'words' | undefined;
  /** @default everything but `text`; where a schema cannot be parsed, its text instead */
  in?: readonly SearchTarget[] | undefined;
}

/** Looks for a regular expression of RE2, which takes time in proportion to what is searched, whatever the expression. */
export interface RegexQuery {
  kind: 'regex';
  /** From 1 to 1,000 characters. `(?i)` at the beginning ignores case. */
  pattern: string;
  /** @default everything but `text`; where a schema cannot be parsed, its text instead */
  in?: readonly SearchTarget[] | undefined;
}

/** Looks for fields. All that is said must hold for one field; at least one thing must be said. */
export interface StructureQuery {
  kind: 'structure';
  /** Its name, or its whole path (`customer.email`), in any case. */
  field?: string | undefined;
  /** A regular expression of RE2 for its name. */
  fieldPattern?: string | undefined;
  /** In words, null aside, in any case: `string`, `array of Order`; or a record that it leads to, by its full name. */
  type?: string | undefined;
  /** A logical type (Avro), format (JSON Schema) or well-known message (Protobuf), in any case. */
  logicalType?: string | undefined;
  /** Whether null is a value; of Protobuf, whether it can be unset. */
  nullable?: boolean | undefined;
  /** Whether data may be without it: it is nullable, or of JSON Schema not required. */
  optional?: boolean | undefined;
  hasDefault?: boolean | undefined;
  hasDoc?: boolean | undefined;
  /** The record that it is a field of, by its full name or the last part of it, in any case. */
  inType?: string | undefined;
  /** Written in the schema or in its metadata, in any case. */
  tag?: string | undefined;
  deprecated?: boolean | undefined;
}

/** What is looked for. */
export type SearchQuery = TextQuery | RegexQuery | StructureQuery;
