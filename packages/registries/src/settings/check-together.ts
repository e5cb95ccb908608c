import type { RegistryClient } from '@srkit/registry-client';
import { checkAuthentication } from './check-authentication.ts';
import { checkTls } from './check-tls.ts';
import type { SettingPath } from './registry-settings.ts';
import { settingsTable } from './settings-table.ts';
import type { Together } from './together.ts';

const ofAnyClient: readonly string[] = [
  'client',
  'context',
  'viewOnly',
  'readOnly',
  'slowMs',
  'description',
];
const ofTheTransport: readonly SettingPath[] = [
  'tls.ca',
  'tls.cert',
  'tls.key',
  'tls.servername',
  'proxy',
  'connectTimeoutMs',
];
const switchedOff = ['retry', 'rate', 'cache'] as const;
const everyPath = Object.keys(settingsTable) as SettingPath[];

/** Complains of settings that cannot be used together, and of those that are missing beside others. */
export function checkTogether(together: Together): void {
  const { values, isGiven, at, complain } = together;
  if (isGiven('client')) {
    checkClient(together);
    return;
  }
  const first = everyPath.find(isGiven);
  if (!isGiven('url')) {
    if (first === undefined) complain('url', 'is missing. Set the address of the registry.');
    else complain(first, `is set, but ${at('url').name} is not. Set it too.`);
  }
  checkAuthentication(together);
  checkTls(together);
  const useless = ofTheTransport.find(isGiven);
  if (useless !== undefined && isGiven('fetch'))
    complain(useless, `has no effect on the fetch that is handed in as ${at('fetch').name}.`);
  for (const group of switchedOff) {
    const part = everyPath.find((path) => path.startsWith(`${group}.`) && isGiven(path));
    if (part !== undefined && values.get(group) === false)
      complain(part, `has no effect: ${at(group).name} is false.`);
  }
}

function checkClient({ values, isGiven, at, complain }: Together): void {
  for (const path of everyPath)
    if (isGiven(path) && !ofAnyClient.includes(path))
      complain(path, `has no effect on a client that is handed in as ${at('client').name}.`);
  const client = values.get('client') as RegistryClient | undefined;
  const viewOnly = (['viewOnly', 'readOnly'] as const).find((path) => values.get(path) === true);
  if (viewOnly !== undefined && client !== undefined && !client.describe().viewOnly)
    complain(
      viewOnly,
      `cannot be had: ${at('client').name} can write. Make it with viewOnly: true.`,
    );
}
