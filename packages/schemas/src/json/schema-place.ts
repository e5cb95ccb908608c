import type { JsonValue } from '../lossless-json/value.ts';

/** A place in a schema or in a document that it refers to. */
export interface SchemaPlace {
  /** The schema there: an object or a boolean. */
  readonly value: JsonValue;
  /** JSON pointer within its document, '' for the whole. */
  readonly pointer: string;
  /** Name of the reference that holds it; undefined: the schema's own text. */
  readonly document: string | undefined;
  /** Base URI in force there, '' where there is none. */
  readonly base: string;
}
