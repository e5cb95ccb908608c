import type { Mistake } from '../registries-error.ts';
import { mistakeAt, type Written } from './draft.ts';
import { readSetting } from './read-setting.ts';
import type { RegistriesConfiguration } from './registry-settings.ts';
import { isBlank } from './setting-text.ts';
import { type GeneralSetting, generalSettings } from './settings-table.ts';

/** What holds for all registries, as it was written: what counts first comes first. */
export type WrittenGeneral = readonly (readonly [GeneralSetting, Written])[];

/** Reads what holds for all registries. A switch is on where it is on anywhere. */
export function readGeneral(
  general: WrittenGeneral,
  mistakes: Mistake[],
): Pick<RegistriesConfiguration, GeneralSetting> {
  const read: Record<string, unknown> = {};
  for (const [setting, written] of general) {
    if (isBlank(written.value)) continue;
    const reading = readSetting(written.value, generalSettings[setting]);
    if ('complaint' in reading) mistakes.push(mistakeAt(written, reading.complaint));
    else if (!(setting in read) || reading.value === true) read[setting] = reading.value;
  }
  return read;
}
