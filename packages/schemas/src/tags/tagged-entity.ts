/** What of a schema can have tags: a record (an object, a message), or a field of one. */
export type SchemaEntityType = 'sr_record' | 'sr_field';

/** A record or a field of a schema, by its path. */
export interface SchemaEntity {
  /**
   * Avro: `com.acme.Payment`, `com.acme.Payment.id`. JSON Schema: `object`, `object.customer.object.name`. Protobuf, without
   * the package: `.Payment`, `.Payment.id`, `.Payment.method.card` of a oneof. Where one is asked for, a leading dot may be
   * there or not.
   */
  readonly entityPath: string;
  readonly entityType: SchemaEntityType;
}

/** A record or a field with its tags. */
export interface TaggedEntity extends SchemaEntity {
  readonly tags: readonly string[];
}

/** A path without its leading dot, which means nothing. */
export function normalizedPath(path: string): string {
  return path.startsWith('.') ? path.slice(1) : path;
}
