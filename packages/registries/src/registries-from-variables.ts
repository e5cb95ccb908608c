import { refuseMistakes } from './registries-error.ts';
import type { Draft, Written } from './settings/draft.ts';
import { readConfiguration } from './settings/read-configuration.ts';
import type { RegistriesConfiguration } from './settings/registry-settings.ts';
import type { GeneralSetting } from './settings/settings-table.ts';
import { registriesOfFile, registriesOfText } from './sources/document-sources.ts';
import { isSet } from './sources/is-set.ts';
import { type ReadFile, readFilesOf } from './sources/read-files.ts';
import { registriesOfList } from './sources/registries-of-list.ts';
import { numberedRegistries, singleRegistry } from './sources/registries-of-variables.ts';
import type { Variables } from './sources/substitute.ts';
import { unknownVariables } from './sources/unknown-variables.ts';
import { generalVariables } from './sources/variables.ts';

/** What reading variables may use. */
export interface VariablesOptions {
  /**
   * Reads a file as text: the one that `SRKIT_CONFIG` names, and what `…_FILE` names.
   *
   * @default none, and naming a file is a mistake
   */
  readFile?: ReadFile | undefined;
  /** Variables that look like ours (`SRKIT_…`) and that the caller reads itself. @default none */
  otherVariables?: readonly string[] | undefined;
  /** What sentences call the program: `… is not a variable of srkit`. @default 'srkit' */
  program?: string | undefined;
}

/** What variables say, for `createRegistries`; no registries where none is named. */
export interface RegistriesFromVariables extends RegistriesConfiguration {
  /** What is no mistake and may be one all the same: a gap in numbers, a name that two sources have. */
  warnings: readonly string[];
}

/**
 * Reads several registries from a record of variables, for example the environment. It looks at nothing but the record and
 * what `readFile` gives. A variable that is blank counts as not set.
 *
 * Registries come from five sources, and those of all count: numbered variables (`SCHEMA_REGISTRY_NAME_1`,
 * `SCHEMA_REGISTRY_URL_1`, …), the file `SRKIT_CONFIG`, the text `REGISTRIES_CONFIG`, the list `REGISTRIES`, and the variables
 * without a number. Where two have a registry of one name, the one of the source that comes first here counts, as a whole.
 *
 * @throws RegistriesError `invalid_configuration` with everything that is wrong, each with its variable, or file and line
 */
export async function registriesFromVariables(
  variables: Variables,
  options: VariablesOptions = {},
): Promise<RegistriesFromVariables> {
  const { readFile, otherVariables = [], program = 'srkit' } = options;
  const set = new Map(
    Object.entries(variables).filter((entry): entry is [string, string] => isSet(entry[1])),
  );
  const mistakes = unknownVariables(set, { names: otherVariables, program });
  const reading = { readFile, variables, mistakes };
  const numbered = numberedRegistries(set, mistakes);
  const file = await registriesOfFile(set.get('SRKIT_CONFIG'), reading);
  const text = await registriesOfText('REGISTRIES_CONFIG', set.get('REGISTRIES_CONFIG'), mistakes);
  const list = registriesOfList('REGISTRIES', set.get('REGISTRIES') ?? '', mistakes);
  const single = singleRegistry(set, mistakes);
  const every = [...numbered.drafts, ...file.drafts, ...text.drafts, ...list, ...single];
  for (const draft of every) await readFilesOf(draft, readFile, mistakes);
  const { drafts, warnings } = firstOfEachName(every);
  const general = [...generalOf(set), ...file.general, ...text.general];
  const configuration = readConfiguration(drafts, general, mistakes);
  refuseMistakes(mistakes);
  return { ...configuration, warnings: [...numbered.warnings, ...warnings] };
}

/** Not a mixture of both: the password of one would go to the address of the other. */
function firstOfEachName(every: readonly Draft[]): { drafts: Draft[]; warnings: string[] } {
  const first = new Map<string, Draft>();
  const warnings: string[] = [];
  for (const draft of every) {
    const other = first.get(draft.name);
    if (other === undefined) first.set(draft.name, draft);
    else
      warnings.push(
        `The registry ${draft.name} of ${draft.place} is not used: ${other.place} has one of that name, and comes first.`,
      );
  }
  return { drafts: [...first.values()], warnings };
}

function generalOf(set: ReadonlyMap<string, string>): [GeneralSetting, Written][] {
  return [...generalVariables].flatMap(([name, setting]): [GeneralSetting, Written][] => {
    const value = set.get(name);
    return value === undefined ? [] : [[setting, { place: name, name, value }]];
  });
}
