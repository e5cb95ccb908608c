import { nearestName } from '../nearest-name.ts';
import type { Mistake } from '../registries-error.ts';
import { type Draft, mistakeAt } from './draft.ts';
import { readDraft } from './read-draft.ts';
import { readGeneral, type WrittenGeneral } from './read-general.ts';
import type { RegistriesConfiguration } from './registry-settings.ts';

/**
 * Reads everything that was written.
 *
 * @param drafts no two of one name
 * @param mistakes gets all that is wrong
 */
export function readConfiguration(
  drafts: readonly Draft[],
  general: WrittenGeneral,
  mistakes: Mistake[],
): RegistriesConfiguration {
  const registries: Record<string, RegistriesConfiguration['registries'][string]> = {};
  for (const draft of drafts) {
    const settings = readDraft(draft, mistakes);
    if (settings !== undefined) registries[draft.name] = settings;
  }
  const read = readGeneral(general, mistakes);
  const names = drafts.map(({ name }) => name);
  const wanted = read.default ?? names[0];
  const written = general.find(([setting]) => setting === 'default')?.[1];
  if (written !== undefined && read.default !== undefined && !names.includes(read.default)) {
    const nearest = nearestName(read.default, names);
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    const there = names.length === 0 ? 'There is none.' : `There are ${names.join(', ')}.`;
    mistakes.push(mistakeAt(written, `must be the name of a registry.${hint} ${there}`));
  }
  // Said always: a record does not keep the order of names that are numbers.
  return { ...read, registries, ...(wanted !== undefined && { default: wanted }) };
}
