/**
 * Which of the real registry's two ways to read JSON is followed: request bodies are read as bytes and may hold `NaN`; the texts
 * of Avro schemas are read as characters and may hold comments.
 */
export type JsonSource = 'body' | 'avro text';

/** Where the reading of a text is. */
export interface Cursor {
  readonly text: string;
  readonly source: JsonSource;
  /** The next character. */
  at: number;
  /** What was read last, as Jackson names it. */
  token: string;
}
