/** Where texts are kept. It keeps and gives back; it decides nothing. */
export interface TextStore {
  /** Keeps a text. Called once for each guid. */
  write(guid: string, text: string): Promise<void>;
  /** Gives a text back exactly as it was written; undefined for a guid that was not written. */
  read(guid: string): Promise<string | undefined>;
  /** Removes everything. Called once, at the end. */
  close(): Promise<void>;
}
