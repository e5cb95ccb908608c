/** What every call takes. */
export interface CallOptions {
  /** Ends the call; it then fails with `aborted`. */
  signal?: AbortSignal | undefined;
}

/** Which part of a listing to read. */
export interface PageOptions extends CallOptions {
  /** How many to leave out. @default 0 */
  offset?: number | undefined;
  /** How many at most; the server takes 0 and numbers above its own limit as if there were none. */
  limit?: number | undefined;
}
