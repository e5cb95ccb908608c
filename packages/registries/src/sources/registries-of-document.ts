import { nearestName } from '../nearest-name.ts';
import type { Mistake } from '../registries-error.ts';
import { type Draft, mistakeAt, type Place, type Written } from '../settings/draft.ts';
import { readSetting } from '../settings/read-setting.ts';
import { settingsOfTree } from '../settings/settings-of-tree.ts';
import { type GeneralSetting, generalSettings } from '../settings/settings-table.ts';
import type { Tree, TreeEntry } from '../settings/tree.ts';

/** What a document, or an object, says of registries. */
export interface WrittenRegistries {
  drafts: Draft[];
  general: [GeneralSetting, Written][];
}

/** How a document is taken. */
export interface DocumentReading {
  /** What the document is called in sentences. */
  name: string;
  /** Whether registries may stand at the top, without `registries` around them. */
  bare: boolean;
  /** Whether settings may name a file that holds them. */
  files: boolean;
  mistakes: Mistake[];
}

/** Names that documents have had for a setting. */
const otherNames: Readonly<Record<string, GeneralSetting>> = { default_registry: 'default' };

/** Takes registries, and what holds for all of them, out of a tree. */
export function registriesOfDocument(tree: Tree, reading: DocumentReading): WrittenRegistries {
  const { name, bare, mistakes } = reading;
  const written: WrittenRegistries = { drafts: [], general: [] };
  const top = tree.entries;
  const registries = top?.find(({ key }) => key === 'registries');
  if (top === undefined || (registries === undefined && !bare)) {
    mistakes.push({
      place: name,
      message: `${name} must have registries by name: registries: { dev: { url: http://localhost:8081 } }.`,
    });
    return written;
  }
  if (registries === undefined) {
    written.drafts = drafts(top, reading);
    return written;
  }
  written.drafts = drafts(entriesOf(registries, mistakes), reading);
  for (const entry of top) if (entry !== registries) takeGeneral(entry, written, mistakes);
  return written;
}

function entriesOf({ tree, place }: TreeEntry, mistakes: Mistake[]): readonly TreeEntry[] {
  if (tree.entries === undefined && !tree.isNothing && !tree.isUnreadable)
    mistakes.push(mistakeAt(place, 'must be registries by name.'));
  return tree.entries ?? [];
}

function drafts(entries: readonly TreeEntry[], reading: DocumentReading): Draft[] {
  return entries.flatMap(({ key, place, tree }) => {
    const named = readSetting(key, generalSettings.default);
    if ('complaint' in named || named.value !== key) {
      const complaint =
        'complaint' in named ? named.complaint : 'must not begin or end with white space.';
      reading.mistakes.push(mistakeAt(place, complaint));
      return [];
    }
    if (tree.isUnreadable) return [];
    if (tree.entries === undefined && !tree.isNothing) {
      reading.mistakes.push(
        mistakeAt(place, 'must be settings by name: { url: http://localhost:8081 }.'),
      );
      return [];
    }
    const placeOf = (path: string): Place => {
      const name = `${place.name}.${path}`;
      // In an object the place of a setting is its path.
      return { place: place.place === place.name ? name : place.place, name };
    };
    const settings = settingsOfTree(tree, reading);
    return [{ name: key, place: place.place, settings, placeOf }];
  });
}

function takeGeneral(
  { key, place, tree }: TreeEntry,
  { general }: WrittenRegistries,
  mistakes: Mistake[],
): void {
  // For what values are referred to, as in Compose files.
  if (key.startsWith('x-') || tree.isNothing || tree.isUnreadable) return;
  const known = Object.keys(generalSettings);
  const setting = Object.hasOwn(otherNames, key) ? otherNames[key] : key;
  if (setting !== undefined && isGeneral(setting))
    general.push([setting, { ...place, value: tree.value }]);
  else {
    const nearest = nearestName(key, [...known, 'registries']);
    const hint = nearest
      ? `Did you mean ${nearest}?`
      : `It can be registries, ${known.join(', ')}.`;
    mistakes.push(mistakeAt(place, `is nothing that is known here. ${hint}`));
  }
}

function isGeneral(setting: string): setting is GeneralSetting {
  return Object.hasOwn(generalSettings, setting);
}
