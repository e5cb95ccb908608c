/** What a registry should hold. */
export interface FillMessage {
  subjects: number;
  /** Of each subject. */
  versions: number;
  latencyMs: number;
  /** Whether a third of the subjects have configurations of their own. */
  configured?: boolean;
  /** Whether it differs from what it held otherwise, in 33 places: 27 in what is registered, and 6 configurations. */
  planted?: boolean;
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

/** Two registries to compare. */
export interface CompareMessage {
  ports: readonly [number, number];
  includeConfigs: boolean;
}

/** What comparing them took, in milliseconds, without reading; each of two new snapshots. */
export interface Compared {
  differences: number;
  compareMs: number;
  /** Of a registry with itself. */
  compareEqualMs: number;
  findMissingMs: number;
  findConflictsMs: number;
  /** Of one of the two. */
  statisticsMs: number;
}
