/** What a registry should hold: subjects in several contexts. */
export interface FillMessage {
  subjects: number;
  /** How many others each of them refers to, before and after it in order of name, in its context and in others. */
  references: number;
  latencyMs: number;
}

/** What is in it after clearing. */
export interface CountMessage {
  count: true;
}

/** A clearing. */
export interface ClearMessage {
  port: number;
  contexts: readonly string[];
  permanent: boolean;
  /** Delete in a bare loop. */
  bare?: boolean;
}

/** What it took. */
export interface Cleared {
  milliseconds: number;
  requests: number;
}
