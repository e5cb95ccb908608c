import type { CompressedTexts } from './compressed-texts.ts';
import type { TextStore } from './text-store.ts';

/** Texts, each kept once. */
export interface KeptTexts {
  /** Keeps a text, unless that of its guid is kept already. */
  keep(guid: string, text: string): Promise<void>;
  /** As a store: to read from, and to close. */
  readonly store: TextStore;
}

/**
 * Keeps texts in memory up to a limit, and those after it in a store that was handed in.
 *
 * @param memory where the first texts go, and all of them where there is no `beyond`
 * @param beyond where those go that are too many; closed with the rest
 * @param limitBytes how much `memory` may take
 */
export function createSpill(
  memory: CompressedTexts,
  beyond: TextStore | undefined,
  limitBytes: number,
): KeptTexts {
  const keptBeyond = new Set<string>();
  async function keep(guid: string, text: string): Promise<void> {
    if (memory.has(guid) || keptBeyond.has(guid)) return;
    if (beyond === undefined || memory.bytes() < limitBytes) return memory.write(guid, text);
    keptBeyond.add(guid);
    return beyond.write(guid, text);
  }
  return {
    keep,
    store: {
      write: keep,
      read: async (guid) => (await memory.read(guid)) ?? beyond?.read(guid),
      async close() {
        await memory.close();
        await beyond?.close();
      },
    },
  };
}
