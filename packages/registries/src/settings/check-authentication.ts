import type { SettingPath } from './registry-settings.ts';
import type { Together } from './together.ts';

/** Each way to authenticate, and the settings that it needs. */
const ways: readonly (readonly SettingPath[])[] = [
  ['user', 'password'],
  ['token'],
  ['oauth.tokenUrl', 'oauth.clientId', 'oauth.clientSecret'],
  ['credentials'],
];

const restOfOAuth: readonly SettingPath[] = [
  'oauth.scope',
  'oauth.authentication',
  'oauth.parameters',
  'oauth.logicalCluster',
  'oauth.identityPoolId',
];

/** Complains of half a way to authenticate, and of two. */
export function checkAuthentication({ values, isGiven, at, complain }: Together): void {
  const begun = ways.filter((way) => way.some(isGiven));
  const [first, second] = begun.map((way) => way.find(isGiven));
  if (first !== undefined && second !== undefined) {
    complain(first, `and ${at(second).name} are two ways to authenticate. Keep one of them.`);
    return;
  }
  const [way = []] = begun;
  const given = way.find(isGiven);
  for (const missing of way.filter((path) => !isGiven(path))) {
    if (given === undefined) continue;
    const both = way.length > 2 ? 'Set all of them, or none.' : 'Set both, or neither.';
    complain(given, `is set, but ${at(missing).name} is not. ${both}`);
  }
  if (String(values.get('user') ?? '').includes(':'))
    complain('user', 'must not hold a colon, which basic authentication puts after it.');
  const alone = restOfOAuth.find(isGiven);
  if (alone !== undefined && !isGiven('oauth.tokenUrl') && !way.includes('oauth.tokenUrl'))
    complain(alone, `is set, but ${at('oauth.tokenUrl').name} is not. Set it too.`);
}
