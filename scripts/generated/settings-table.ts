import {
  type Setting,
  settingsTable,
} from '../../packages/registries/src/settings/settings-table.ts';
import { variables } from '../../packages/registries/src/sources/variables.ts';
import { markdownTable } from './markdown-table.ts';

/** The tables in the README of `registries`: the settings of a registry, and the variables about all. */
export function settingsDocument(): string {
  const rows = Object.entries(settingsTable).map(([path, setting]) => [
    `\`${path}\``,
    variableOf(setting),
    setting.default ?? '–',
    setting.description,
  ]);
  const general = variables
    .filter(({ numbered }) => !numbered)
    .map((variable) => [`\`${variable.name}\``, variable.default ?? '–', variable.description]);
  return [
    'With a number (`_1`) after its name a variable is about that registry, and `SCHEMA_REGISTRY_NAME_1` names it. What has a variable',
    '`…_FILE` can be written into a file of its own, in a document `…File`.',
    '',
    ...markdownTable(['setting', 'variable', 'default', 'what it is for'], rows),
    '',
    'About all registries:',
    '',
    ...markdownTable(['variable', 'default', 'what it is for'], general),
  ].join('\n');
}

function variableOf({ variable, kind, file, secret }: Setting): string {
  if (variable === undefined) return 'only in code';
  const names = file ? [variable, `${variable}_FILE`] : [variable];
  const words = secret && kind !== 'secret' ? [kind, 'secret'] : [kind];
  return `${names.map((name) => `\`${name}\``).join(', ')} (${words.join(', ')})`;
}
