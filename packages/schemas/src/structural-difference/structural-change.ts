/** What kind of thing changed between two schemas. */
export type StructuralChangeKind =
  | 'field_added'
  | 'field_removed'
  | 'field_moved'
  /** An alias ties the new name to the old one. */
  | 'field_renamed'
  /** The type of a value is another one. */
  | 'type_changed'
  | 'made_nullable'
  | 'made_not_nullable'
  | 'default_added'
  | 'default_removed'
  | 'default_changed'
  | 'doc_added'
  | 'doc_removed'
  | 'doc_changed'
  | 'logical_type_added'
  | 'logical_type_removed'
  | 'logical_type_changed'
  | 'symbol_added'
  | 'symbol_removed'
  | 'symbol_moved'
  | 'enum_default_added'
  | 'enum_default_removed'
  | 'enum_default_changed'
  | 'fixed_size_changed'
  | 'type_renamed'
  | 'namespace_changed'
  /** A named type that the other schema does not have. */
  | 'type_added'
  | 'type_removed'
  | 'branch_added'
  | 'branch_removed'
  | 'branches_moved'
  | 'alias_added'
  | 'alias_removed'
  | 'sort_order_changed'
  | 'property_added'
  | 'property_removed'
  | 'property_changed'
  /** The number that stands for a field or a symbol in data. */
  | 'number_changed'
  /** Required, optional, repeated, or without a way to tell whether it is set. */
  | 'cardinality_changed'
  /** A field moved into a oneof, out of one, or into another. */
  | 'oneof_changed'
  | 'oneof_added'
  | 'oneof_removed'
  | 'oneof_renamed'
  | 'oneof_moved'
  | 'symbol_renamed'
  | 'reserved_added'
  | 'reserved_removed'
  | 'extension_added'
  | 'extension_removed'
  | 'extension_range_added'
  | 'extension_range_removed'
  | 'option_added'
  | 'option_removed'
  | 'option_changed'
  | 'service_added'
  | 'service_removed'
  | 'service_moved'
  | 'rpc_added'
  | 'rpc_removed'
  | 'rpc_moved'
  | 'rpc_changed'
  | 'import_added'
  | 'import_removed'
  | 'import_changed'
  | 'package_changed'
  | 'syntax_changed'
  /** Another version of JSON Schema. */
  | 'draft_changed'
  | 'made_required'
  | 'made_optional'
  /** What a value is checked by: a bound, a length, a pattern, a list of values. */
  | 'constraint_added'
  | 'constraint_removed'
  | 'constraint_changed'
  /** What may stand beside the fields that are named. */
  | 'content_model_changed'
  /** Where `$ref` leads, or that it does. */
  | 'reference_changed'
  /** Another message is the first of its file. */
  | 'root_changed'
  /** A type stands at another place among its like. */
  | 'type_moved'
  /** The text differs and means the same. */
  | 'written_otherwise';

/** One change between two schemas, for people. */
export interface StructuralChange {
  kind: StructuralChangeKind;
  /**
   * As {@link SchemaField}'s, in the newer schema; of what was removed, in the older. Empty for the
   * schema itself.
   */
  path: string;
  /** What it was, in words or as JSON. Missing where there was nothing. */
  before?: string;
  /** What it is, in words or as JSON. Missing where there is nothing. */
  after?: string;
  /** One sentence. */
  message: string;
}
