import type { Mistake } from '../registries-error.ts';
import { checkTogether } from './check-together.ts';
import { type Draft, mistakeAt, type Place } from './draft.ts';
import { nest } from './nest.ts';
import type { Addresses } from './read-address.ts';
import { readSetting } from './read-setting.ts';
import type { RegistryOfClient, RegistrySettings, SettingPath } from './registry-settings.ts';
import { isBlank } from './setting-text.ts';
import { settingsTable } from './settings-table.ts';

/**
 * Reads the settings of a registry: each by its kind, then what they are together. Secrets are wrapped.
 *
 * @param mistakes gets all that is wrong
 * @returns undefined when something is
 */
export function readDraft(
  draft: Draft,
  mistakes: Mistake[],
): RegistrySettings | RegistryOfClient | undefined {
  const given = [...draft.settings].filter(
    ([, { value, isUnreadable }]) => isUnreadable || !isBlank(value),
  );
  const values = new Map<SettingPath, unknown>();
  const places = new Map<SettingPath, Place>(given);
  const before = mistakes.length;
  for (const [path, written] of given) {
    if (written.isUnreadable) continue;
    const reading = readSetting(written.value, settingsTable[path]);
    if ('complaint' in reading) mistakes.push(mistakeAt(written, reading.complaint));
    else values.set(path, reading.value);
  }
  takeAddresses(values, places);
  const at = (path: SettingPath): Place => places.get(path) ?? draft.placeOf(path);
  checkTogether({
    values,
    at,
    isGiven: (path) => places.has(path),
    complain: (path, complaint) => mistakes.push(mistakeAt(at(path), complaint)),
  });
  // The table has a row for every path of these types, and each row reads what its path holds.
  return mistakes.length > before
    ? undefined
    : (nest(values) as unknown as RegistrySettings | RegistryOfClient);
}

/** User and password of an address count where none are written beside it. */
function takeAddresses(values: Map<SettingPath, unknown>, places: Map<SettingPath, Place>): void {
  const addresses = values.get('url') as Addresses | undefined;
  const place = places.get('url');
  if (addresses === undefined || place === undefined) return;
  const [first, ...others] = addresses.urls;
  values.set('url', others.length === 0 ? first : addresses.urls);
  for (const path of ['user', 'password'] as const) {
    if (places.has(path) || addresses[path] === undefined) continue;
    values.set(path, addresses[path]);
    places.set(path, place);
  }
}
