export type { SnapshotParts } from './create-snapshot.ts';
export { createSnapshot } from './create-snapshot.ts';
export type { ReadSnapshotOptions } from './file/read-snapshot.ts';
export { readSnapshot } from './file/read-snapshot.ts';
export { writeSnapshot } from './file/write-snapshot.ts';
export type {
  Snapshot,
  SnapshotContext,
  SnapshotDetail,
  SnapshotScope,
  SnapshotSubject,
  SnapshotTexts,
  SnapshotVersion,
  Unreadable,
} from './snapshot.ts';
export type { SnapshotErrorCode } from './snapshot-error.ts';
export { isSnapshotError, SnapshotError } from './snapshot-error.ts';
export type { SnapshotProgress } from './snapshot-progress.ts';
export type { TakeSnapshotOptions } from './take-snapshot.ts';
export { takeSnapshot } from './take-snapshot.ts';
export type { TextStore } from './text-store.ts';
