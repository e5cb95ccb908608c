export type { FolderTextStoreOptions } from './folder-text-store.ts';
export { createFolderTextStore } from './folder-text-store.ts';
export { readSnapshotFile, writeSnapshotFile } from './snapshot-file.ts';
