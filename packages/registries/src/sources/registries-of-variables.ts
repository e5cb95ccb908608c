import type { Mistake } from '../registries-error.ts';
import type { Draft, Place } from '../settings/draft.ts';
import { readSetting } from '../settings/read-setting.ts';
import { generalSettings, settingsTable } from '../settings/settings-table.ts';
import { nameVariable, registryVariables } from './variables.ts';

/** A variable that is set, taken apart. */
interface Numbered {
  /** Without its number. */
  stem: string;
  number: number;
  value: string;
}

/** What numbered variables come to. */
export interface NumberedRegistries {
  drafts: Draft[];
  /** What is no mistake and may be one all the same. */
  warnings: string[];
}

// Nobody counts registries up to here, and every number below is one that JavaScript can tell from the next.
const mostDigits = 9;

/** Takes the registries of numbered variables, `SCHEMA_REGISTRY_URL_1`, in the order of their numbers. */
export function numberedRegistries(
  set: ReadonlyMap<string, string>,
  mistakes: Mistake[],
): NumberedRegistries {
  const byNumber = new Map<number, Numbered[]>();
  for (const [name, value] of set) {
    const { stem, digits } = takeApart(name);
    if (digits === undefined || !isOfRegistry(stem)) continue;
    if (!/^[1-9]\d*$/.test(digits) || digits.length > mostDigits) {
      mistakes.push({
        place: name,
        message: `${name} must end in a number: 1, 2, 3 and so on, without zeros before it.`,
      });
      continue;
    }
    const number = Number(digits);
    byNumber.set(number, [...(byNumber.get(number) ?? []), { stem, number, value }]);
  }
  const numbers = [...byNumber.keys()].sort((a, b) => a - b);
  const names = new Map<string, string>();
  const drafts = numbers.flatMap((number) =>
    numberedDraft(number, byNumber.get(number) ?? [], names, mistakes),
  );
  return { drafts, warnings: gaps(numbers) };
}

/** Takes the one registry of the variables without a number; none where nothing of it is set. */
export function singleRegistry(set: ReadonlyMap<string, string>, mistakes: Mistake[]): Draft[] {
  const settings: Draft['settings'] = new Map();
  const draft: Draft = {
    name: 'default',
    place: 'SCHEMA_REGISTRY_URL',
    settings,
    placeOf: (path) => variablePlace(settingsTable[path].variable ?? path),
  };
  for (const [stem, value] of set) {
    // Without a number these are about all registries.
    if (stem !== 'VIEWONLY' && stem !== 'READONLY') put(settings, stem, stem, value, mistakes);
  }
  const name = set.get(nameVariable);
  if (name !== undefined) {
    const reading = readSetting(name, generalSettings.default);
    if ('complaint' in reading) mistakes.push(mistakeOf(nameVariable, reading.complaint));
    else draft.name = String(reading.value);
    if (settings.size === 0)
      mistakes.push(mistakeOf(nameVariable, 'is set, but SCHEMA_REGISTRY_URL is not. Set it too.'));
  }
  return settings.size === 0 ? [] : [draft];
}

/** A name without its number. */
export function takeApart(name: string): { stem: string; digits: string | undefined } {
  const [, stem = name, digits] = /^(.+)_(\d+)$/.exec(name) ?? [];
  return { stem, digits };
}

function isOfRegistry(stem: string): boolean {
  return stem === nameVariable || registryVariables.has(stem);
}

function numberedDraft(
  number: number,
  variables: readonly Numbered[],
  names: Map<string, string>,
  mistakes: Mistake[],
): Draft[] {
  const settings: Draft['settings'] = new Map();
  const written = `${nameVariable}_${number}`;
  let name: string | undefined;
  for (const { stem, value } of variables) {
    if (stem !== nameVariable) put(settings, stem, `${stem}_${number}`, value, mistakes);
    else name = value;
  }
  const reading = name === undefined ? undefined : readSetting(name, generalSettings.default);
  if (reading === undefined) {
    const [first] = settings.values();
    mistakes.push(mistakeOf(first?.name ?? written, `is set, but ${written} is not. Set it too.`));
  } else if ('complaint' in reading) {
    mistakes.push(mistakeOf(written, reading.complaint));
  } else {
    const other = names.get(String(reading.value));
    if (other !== undefined)
      mistakes.push(mistakeOf(written, `is the name of ${other} too. Change one.`));
    names.set(String(reading.value), written);
  }
  return [
    {
      name: reading !== undefined && 'value' in reading ? String(reading.value) : written,
      place: written,
      settings,
      placeOf: (path) => variablePlace(`${settingsTable[path].variable ?? path}_${number}`),
    },
  ];
}

function put(
  settings: Draft['settings'],
  stem: string,
  variable: string,
  value: string,
  mistakes: Mistake[],
): void {
  const target = registryVariables.get(stem);
  if (target === undefined) return;
  const place = variablePlace(variable);
  const present = settings.get(target.path);
  if (present !== undefined) {
    mistakes.push(mistakeOf(variable, `says what ${present.name} says too. Keep one of them.`));
    return;
  }
  settings.set(target.path, target.isFile ? { ...place, file: value.trim() } : { ...place, value });
}

function gaps(numbers: readonly number[]): string[] {
  let expected = 1;
  const warnings: string[] = [];
  for (const number of numbers) {
    const last = number - 1;
    if (expected < number) {
      const missing = expected === last ? `number ${last}` : `numbers ${expected} to ${last}`;
      warnings.push(
        `There is no registry of ${missing}, but one of number ${number} (${nameVariable}_${number}).`,
      );
    }
    expected = number + 1;
  }
  return warnings;
}

function variablePlace(name: string): Place {
  return { place: name, name };
}

function mistakeOf(variable: string, complaint: string): Mistake {
  return { place: variable, message: `${variable} ${complaint}` };
}
