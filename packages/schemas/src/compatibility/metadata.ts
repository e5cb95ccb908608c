/** What a schema's metadata say, as far as compatibility asks for it. */
export interface SchemaMetadata {
  properties?: Readonly<Record<string, string>> | null | undefined;
}

/** A version with its metadata, if it has any. */
export interface WithMetadata {
  metadata?: SchemaMetadata | null | undefined;
}

/** One property of the metadata, or undefined. */
export function metadataProperty(
  metadata: SchemaMetadata | null | undefined,
  key: string,
): string | undefined {
  const properties = metadata?.properties ?? {};
  return Object.hasOwn(properties, key) ? properties[key] : undefined;
}
