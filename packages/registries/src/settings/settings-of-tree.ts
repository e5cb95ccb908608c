import { nearestName } from '../nearest-name.ts';
import type { Mistake } from '../registries-error.ts';
import { type Draft, mistakeAt, type Place, type Written } from './draft.ts';
import type { SettingGroup, SettingPath } from './registry-settings.ts';
import { type Setting, settingsTable } from './settings-table.ts';
import type { Tree } from './tree.ts';

const groups = Object.keys({
  oauth: true,
  tls: true,
  retry: true,
  failover: true,
  rate: true,
  cache: true,
} satisfies Record<SettingGroup, true>);

/** How the settings of a tree are taken. */
export interface TreeReading {
  /** Whether settings may name a file that holds them: `passwordFile`. */
  files: boolean;
  /** Gets what is no setting, and what is written twice. */
  mistakes: Mistake[];
}

/** Takes the settings of a registry out of a tree: of a document, or of an object that code hands in. */
export function settingsOfTree(tree: Tree, reading: TreeReading): Draft['settings'] {
  const settings: Draft['settings'] = new Map();
  take(tree, '', settings, reading);
  return settings;
}

function take(tree: Tree, prefix: string, settings: Draft['settings'], reading: TreeReading): void {
  for (const { key, place, tree: value } of tree.entries ?? []) {
    const path = prefix + key;
    const isGroup = prefix === '' && groups.includes(key);
    if (value.entries !== undefined && isGroup) take(value, `${key}.`, settings, reading);
    else if (value.isNothing) continue;
    else if (isSettingPath(path)) put(path, { ...place, ...contentOf(value, settingsTable[path]) });
    else if (isGroup) reading.mistakes.push(mistakeAt(place, 'must be settings by name.'));
    else if (reading.files && isFileOf(path))
      put(path.slice(0, -'File'.length) as SettingPath, { ...place, ...fileOf(value) });
    else reading.mistakes.push(unknownSetting(path, prefix, place, reading.files));
  }

  function put(path: SettingPath, written: Written): void {
    const present = settings.get(path);
    if (present === undefined) settings.set(path, written);
    else
      reading.mistakes.push(
        mistakeAt(written, `says what ${present.name} says too. Keep one of them.`),
      );
  }
}

function isSettingPath(path: string): path is SettingPath {
  return Object.hasOwn(settingsTable, path);
}

function isFileOf(path: string): boolean {
  if (!path.endsWith('File')) return false;
  const setting = path.slice(0, -'File'.length);
  return isSettingPath(setting) && settingsTable[setting].file === true;
}

type Content = Pick<Written, 'value' | 'file' | 'isUnreadable'>;

/** What a reader of the setting's kind can read, or refuses. */
function contentOf(tree: Tree, { kind }: Setting): Content {
  const parts = tree.items ?? tree.entries?.map((entry) => entry.tree) ?? [];
  if (tree.isUnreadable || parts.some((part) => part.isUnreadable)) return { isUnreadable: true };
  if (kind === 'object') return { value: tree.value };
  if (tree.items !== undefined && kind === 'addresses')
    return { value: tree.items.map(({ value }) => value) };
  if (tree.entries !== undefined && (kind === 'texts' || kind === 'headers')) {
    const there = tree.entries.filter((entry) => !entry.tree.isNothing);
    return { value: Object.fromEntries(there.map(({ key, tree: { value } }) => [key, value])) };
  }
  return { value: parts.length > 0 || tree.items || tree.entries ? unreadable : tree.value };
}

function fileOf({ value, isUnreadable }: Tree): Content {
  return isUnreadable ? { isUnreadable } : { file: typeof value === 'string' ? value : '' };
}

// Not blank, and of no kind's shape.
const unreadable: readonly unknown[] = [undefined];

function unknownSetting(path: string, prefix: string, place: Place, files: boolean): Mistake {
  const known = Object.entries(settingsTable).flatMap(([name, { file }]) => [
    name,
    ...(files && file ? [`${name}File`] : []),
  ]);
  const nearest = nearestName(path, [...known, ...groups]);
  const possible = [...known, ...groups].filter(
    (name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'),
  );
  const hint =
    nearest === undefined
      ? `It can be ${[...new Set(possible)].join(', ')}.`
      : `Did you mean ${nearest}?`;
  return mistakeAt(place, `is not a setting of a registry. ${hint}`);
}
