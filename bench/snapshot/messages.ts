/** What a registry should hold. */
export interface FillMessage {
  subjects: number;
  /** Of each subject. */
  versions: number;
  latencyMs: number;
  /** Whether a third of the subjects have configurations of their own. */
  configured?: boolean;
}

/** A snapshot to take. */
export interface TakeMessage {
  port: number;
  includeConfigs?: boolean;
  /** Read one by one, this many subjects. */
  singly?: number;
}

/** What taking it took. */
export interface Taken {
  milliseconds: number;
  /** By operation. */
  requests: Record<string, number>;
  versions: number;
  unreadable: number;
  /** What the process took at most while it read, and after it while it holds the snapshot, over what it took before, in bytes. */
  peakRss: number;
  heldRss: number;
  heldHeap: number;
}
