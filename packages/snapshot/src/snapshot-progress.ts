/** How far reading has come. */
export interface SnapshotProgress {
  readonly done: number;
  /** Undefined while it is not known; an estimate until reading has ended. */
  readonly total: number | undefined;
  readonly unit: 'versions' | 'subjects' | 'settings';
  /** What is being done, in a few words. */
  readonly message: string;
}
