import type { Change } from './state/change.ts';

/** Keeps what happens to a registry, so that it is there again when the registry is created anew. */
export interface ChangeLog {
  /**
   * Called once, when the registry is created.
   *
   * @param dump changes that make an empty registry equal to this one, at the time of the call; to be called only within `append`,
   * where it tells of everything that was appended and of nothing else
   * @returns what was kept so far, in order
   */
  open(dump: () => readonly Change[]): Iterable<Change>;
  /**
   * Keeps the changes of one request: all of them or none. Once this has failed, the registry answers nothing more.
   *
   * @returns when they are safe, and everything that was appended before
   */
  append(changes: readonly Change[]): Promise<void>;
  /** When everything that was appended so far is safe; undefined when it is. */
  pending(): Promise<void> | undefined;
}
