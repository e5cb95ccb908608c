import type { Mode } from '../mode.ts';

/** The mode of a subject, a context or the registry. */
export interface ModeRecord {
  mode: Mode;
}
