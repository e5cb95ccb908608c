import type { SettingPath } from '../settings/registry-settings.ts';
import {
  type GeneralSetting,
  generalSettings,
  type Setting,
  settingsTable,
} from '../settings/settings-table.ts';

/** An environment variable that is read. */
export interface Variable {
  name: string;
  kind: Setting['kind'] | 'file' | 'document' | 'list';
  description: string;
  /** What counts when it is not set, in words; absent where nothing does. */
  default?: string;
  /** Its value is wrapped at once and never printed. */
  secret?: boolean;
  /** There is one for each of several registries, too: with `_1`, `_2`, … after its name. */
  numbered?: boolean;
}

/** What a variable of one registry sets. */
export interface VariableTarget {
  path: SettingPath;
  /** It names the file that holds the value. */
  isFile: boolean;
}

const ofRegistry = Object.entries(settingsTable) as [SettingPath, Setting][];

/** Variables of one registry, without a number, and what they set. */
export const registryVariables: ReadonlyMap<string, VariableTarget> = new Map(
  ofRegistry.flatMap(([path, { variable, file }]): [string, VariableTarget][] => {
    if (variable === undefined) return [];
    const own: [string, VariableTarget] = [variable, { path, isFile: false }];
    return file ? [own, [`${variable}_FILE`, { path, isFile: true }]] : [own];
  }),
);

/** Variables about all registries, and what they set. */
export const generalVariables: ReadonlyMap<string, GeneralSetting> = new Map(
  (Object.keys(generalSettings) as GeneralSetting[]).map((setting) => [
    generalSettings[setting].variable,
    setting,
  ]),
);

/** The name of the variable that names a registry. */
export const nameVariable = 'SCHEMA_REGISTRY_NAME';

const sources = [
  {
    name: 'SRKIT_CONFIG',
    kind: 'file',
    description: 'File in JSON or YAML with all registries.',
  },
  {
    name: 'REGISTRIES_CONFIG',
    kind: 'document',
    description: 'The same as a text: `{"dev":{"url":"http://localhost:8081"}}`.',
    secret: true,
  },
  {
    name: 'REGISTRIES',
    kind: 'list',
    description:
      'For compatibility: `name:url:user:password`, several with commas between them. Quote or percent-encode what holds a colon or a comma.',
    secret: true,
  },
] as const satisfies readonly Variable[];

/** Every variable that is read, in the order of the documentation, those of one registry first. */
export const variables: readonly Variable[] = [
  ...ofRegistry.flatMap(([path, setting]) => variablesOf(path, setting)),
  {
    name: nameVariable,
    kind: 'name',
    description: 'What calls and answers name the registry by. Needed with a number.',
    default: 'default',
    numbered: true,
  },
  ...Object.values(generalSettings).map(({ variable, kind, description, default: fallback }) => ({
    name: variable,
    kind,
    description,
    ...(fallback !== undefined && { default: fallback }),
  })),
  ...sources,
];

function variablesOf(path: SettingPath, setting: Setting): Variable[] {
  const { variable, kind, description, default: fallback, secret, file } = setting;
  // Without a number these two are about all registries.
  if (variable === undefined || path === 'viewOnly' || path === 'readOnly') return [];
  const own: Variable = {
    name: variable,
    kind,
    description,
    numbered: true,
    ...(fallback !== undefined && { default: fallback }),
    ...(secret && { secret }),
  };
  if (!file) return [own];
  const held: Variable = {
    name: `${variable}_FILE`,
    kind: 'file',
    description: `File that holds ${variable}.`,
    numbered: true,
  };
  return [own, held];
}
