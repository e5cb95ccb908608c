import type { Mistake } from '../registries-error.ts';
import type { Draft } from '../settings/draft.ts';
import { readSetting } from '../settings/read-setting.ts';
import type { SettingPath } from '../settings/registry-settings.ts';
import { generalSettings } from '../settings/settings-table.ts';
import { type ListEntry, splitList } from './split-list.ts';

const parts: readonly SettingPath[] = ['url', 'user', 'password'];

/**
 * Takes registries out of a list, `name:url:user:password,…`. Its entries are named by their number and never repeated: with
 * a comma in a password, half of it stands where a name is expected.
 *
 * @param variable what the list is called
 */
export function registriesOfList(variable: string, list: string, mistakes: Mistake[]): Draft[] {
  const names = new Map<string, number>();
  return splitList(list).flatMap((entry, index) => {
    const place = `${variable}, entry ${index + 1}`;
    const complaint = complaintOf(entry, names);
    if (complaint !== undefined) {
      mistakes.push({ place, message: `${place}: ${complaint}` });
      return [];
    }
    const [name = '', ...values] = entry.fields;
    names.set(name, index + 1);
    const placeOf = (path: string) => ({ place, name: path });
    const settings: Draft['settings'] = new Map();
    for (const [position, value] of values.entries()) {
      const path = parts[position];
      if (path !== undefined && value !== '') settings.set(path, { ...placeOf(path), value });
    }
    return [{ name, place, settings, placeOf }];
  });
}

function complaintOf(
  { fields, broken }: ListEntry,
  names: ReadonlyMap<string, number>,
): string | undefined {
  if (broken === 'quote')
    return 'a quote is not closed, or something stands right after one. Write it name:url:user:"password".';
  if (broken === 'address')
    return 'it is not clear where its address ends. Put the address in quotes: name:"http://host":user:password.';
  if (fields.length < 2) return 'it must be name:url or name:url:user:password.';
  if (fields.length > 1 + parts.length)
    return 'it has more parts than name:url:user:password. Quote or percent-encode what holds a colon or a comma.';
  const [name = ''] = fields;
  const reading = readSetting(name, generalSettings.default);
  if ('complaint' in reading) return `its first part ${reading.complaint}`;
  const other = names.get(name);
  return other === undefined ? undefined : `its name is that of entry ${other} too. Change one.`;
}
