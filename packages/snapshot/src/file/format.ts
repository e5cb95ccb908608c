/** What the first line of a snapshot's file says it is. */
export const formatName = 'srkit-snapshot';

/** The version of the format that this release writes; it reads all up to it. */
export const formatVersion = 1;

/** How many of each stand in a file: its last line says it, so that a file that was cut off is noticed. */
export interface Counts {
  contexts: number;
  subjects: number;
  versions: number;
  texts: number;
  unreadable: number;
}

/** No lines yet. */
export function noCounts(): Counts {
  return { contexts: 0, subjects: 0, versions: 0, texts: 0, unreadable: 0 };
}
