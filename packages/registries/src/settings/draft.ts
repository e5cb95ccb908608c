import type { Mistake } from '../registries-error.ts';
import type { SettingPath } from './registry-settings.ts';

/** Where a setting was written. */
export interface Place {
  /** The variable, the file and line, or the setting itself. */
  place: string;
  /** What the setting is called there: `SCHEMA_REGISTRY_URL_1`, `registries.dev.url`. */
  name: string;
}

/** A setting as it was written, and where. */
export interface Written extends Place {
  value?: unknown;
  /** The file that holds its value, where that was written in its stead. */
  file?: string;
  /** There is something, and what is wrong with it was said. */
  isUnreadable?: boolean;
}

/** A registry as it was written, before anything of it is read. */
export interface Draft {
  name: string;
  /** Where it was written. */
  place: string;
  settings: Map<SettingPath, Written>;
  /** Where a setting that is not there would be. */
  placeOf(path: SettingPath): Place;
}

/** The begin of a sentence about a setting. */
function subject({ place, name }: Place): string {
  return place === name ? name : `${place}: ${name}`;
}

/** The mistake that a setting is. */
export function mistakeAt(where: Place, complaint: string): Mistake {
  return { place: where.place, message: `${subject(where)} ${complaint}` };
}
