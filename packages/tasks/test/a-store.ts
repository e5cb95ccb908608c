import { createMemoryTaskStore, type TaskStore } from '../src/index.ts';

/** A store in memory whose writes go wrong as long as the test wants. */
export interface TroubledStore extends TaskStore {
  /** What becomes of writes: they happen; they fail; they happen, and the answer is an error. */
  writes: 'happen' | 'fail' | 'happen and fail';
  /** How often something was to be written. */
  attempts: number;
}

export function aTroubledStore(): TroubledStore {
  const store = createMemoryTaskStore();
  const troubled: TroubledStore = {
    ...store,
    writes: 'happen',
    attempts: 0,
    async put(record) {
      troubled.attempts += 1;
      if (troubled.writes === 'fail') throw new Error('the disk is full');
      const written = await store.put(record);
      if (troubled.writes === 'happen and fail') throw new Error('the connection was lost');
      return written;
    },
  };
  return troubled;
}
