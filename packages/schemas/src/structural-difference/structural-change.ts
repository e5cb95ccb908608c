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
  | 'property_changed';

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
