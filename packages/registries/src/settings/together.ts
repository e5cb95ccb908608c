import type { Place } from './draft.ts';
import type { SettingPath } from './registry-settings.ts';

/** The settings of one registry, for checks of what they are together. */
export interface Together {
  /** What could be read, by its path. */
  values: ReadonlyMap<SettingPath, unknown>;
  /** Whether a setting was written, also when it could not be read. */
  isGiven(path: SettingPath): boolean;
  /** Where it was written, or would be. */
  at(path: SettingPath): Place;
  complain(path: SettingPath, complaint: string): void;
}
