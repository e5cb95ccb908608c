import type { JsonValue } from '../lossless-json/value.ts';

/** A logical type as the schema writes it; of Protobuf, a message that everybody knows. */
export interface WrittenLogicalType {
  name: string;
  /** Of a decimal, where it is written as an integer. */
  precision?: number;
  /** Of a decimal, where it is written as an integer. */
  scale?: number;
  /** False where Avro ignores it: it does not know the name, or the type under it does not fit. */
  understood: boolean;
}

/** A record that a field leads to, and where that record's own fields are listed. */
export interface FieldTarget {
  /** Full name. */
  type: string;
  /**
   * Path under which its fields stand, empty for the outermost record. Each type is opened once, at
   * its first use, so for a later use this is the path of the first.
   */
  fieldsAt: string;
}

/** One field of a schema, whatever the schema's format. */
export interface SchemaField {
  /**
   * For people, and stable: names joined by dots, `[]` for the elements of an array, `{}` for the
   * values of a map: `customer.orders[].prices{}.amount`. Where a union holds several records the
   * branch stands in brackets, `payment(Card).number`, in JSON Schema also `payment(oneOf 2).number`;
   * `[0]` is an element of a tuple.
   */
  path: string;
  /** JSON pointer into the stored text; undefined where a reference holds the field, and in Protobuf. */
  pointer: string | undefined;
  name: string;
  /** Full name of the record that it belongs to. */
  record: string;
  /** Records around that one: 0 in the outermost. */
  depth: number;
  /** In words, null aside: `string`, `array of Order`, `union of Card, Transfer`. */
  type: string;
  /** Whether null is a value. */
  nullable: boolean;
  hasDefault: boolean;
  /** As written; undefined where there is none, while null is one. Print it with `printLosslessJson`. */
  default: JsonValue | undefined;
  doc: string | undefined;
  /** Of the value, or of the elements where it is an array or a map. */
  logicalType: WrittenLogicalType | undefined;
  /** Those written inline as `confluent:tags` or `confluent.field_meta`, then those of the metadata, each once. */
  tags: string[];
  aliases: string[];
  /** Of an enum, or of the elements where it is an array or a map of an enum. */
  symbols: readonly string[] | undefined;
  /** The records that its values are or hold. */
  leadsTo: FieldTarget[];
  /** Whether it leads back to a record that it stands in. */
  recursive: boolean;
  /** Of JSON Schema: whether an object must have it. */
  required?: boolean;
  /** Of Protobuf: the number that stands for it in data. */
  number?: number;
  /** Of Protobuf: whether it must be set, can be unset, or holds a zero where nothing was written. */
  presence?: 'required' | 'explicit' | 'implicit' | 'none';
  /** Of Protobuf: its name in JSON. */
  jsonName?: string;
  /** Of Protobuf: the oneof that it belongs to. */
  oneof?: string;
  /** Whether the schema says that it should not be used any more; missing where no such thing is said. */
  deprecated?: boolean;
}

/** One named type of a schema. */
export interface SchemaTypeDescription {
  /** Full name. */
  name: string;
  kind: 'record' | 'error' | 'enum' | 'fixed' | 'message' | 'object' | 'value';
  /** Path of its first use, empty where it is the schema itself. */
  path: string;
  /** JSON pointer into the stored text; undefined where a reference holds the type, and in Protobuf. */
  pointer: string | undefined;
  doc: string | undefined;
  /** Full names. */
  aliases: string[];
  tags: string[];
  /** Number of fields of a record. */
  fieldCount: number | undefined;
  /** Of an enum. */
  symbols: readonly string[] | undefined;
  /** Of an enum: what readers take for a symbol that they do not know. */
  defaultSymbol: string | undefined;
  /** Of a fixed, in bytes. */
  size: number | undefined;
  logicalType: WrittenLogicalType | undefined;
}

/** What a walk knows besides the schema. */
export interface WalkOptions {
  /**
   * `metadata.tags` as the registry keeps them: patterns over `<record's full name>.<field>`, or over
   * a type's full name, to names of tags; of JSON Schema over the path from the top, `$.customer.email`. `*` and `?` stop at dots, `**` does not.
   *
   * @default {}
   */
  metadataTags?: Readonly<Record<string, readonly string[]>>;
}
