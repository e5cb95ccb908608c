import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { pem } from './read-setting.ts';
import type { SettingPath } from './registry-settings.ts';
import { settingText } from './setting-text.ts';
import type { Together } from './together.ts';

const tlsSettings: readonly SettingPath[] = [
  'tls.ca',
  'tls.cert',
  'tls.key',
  'tls.passphrase',
  'tls.servername',
];

/**
 * Complains of what keeps TLS settings from being used: before the first connection fails for it, which says only that it was
 * cut.
 */
export function checkTls(together: Together): void {
  const { values, isGiven, at, complain } = together;
  const urls = [values.get('url') ?? []].flat().map(String);
  const given = tlsSettings.find(isGiven);
  if (given !== undefined && urls.length > 0 && !urls.some((url) => url.startsWith('https:')))
    complain(given, `has no effect: ${at('url').name} begins with http:, not with https:.`);
  if (isGiven('tls.cert') !== isGiven('tls.key')) {
    const [there, missing] = isGiven('tls.cert')
      ? (['tls.cert', 'tls.key'] as const)
      : (['tls.key', 'tls.cert'] as const);
    complain(there, `is set, but ${at(missing).name} is not. Set both, or neither.`);
  } else if (isGiven('tls.key')) {
    checkKey(together);
  } else if (isGiven('tls.passphrase')) {
    complain('tls.passphrase', `is set, but ${at('tls.key').name} is not. Set both, or neither.`);
  }
}

function checkKey({ values, at, complain }: Together): void {
  const [cert, key, passphrase] = (['tls.cert', 'tls.key', 'tls.passphrase'] as const).map((path) =>
    settingText(values.get(path)),
  );
  if (key === undefined) return;
  const opened = openKey(pem(key), passphrase);
  if (opened === 'unreadable')
    complain('tls.key', 'must be a private key in PEM, from -----BEGIN PRIVATE KEY----- on.');
  else if (opened === 'closed' && passphrase === undefined)
    complain('tls.key', `is encrypted. Set ${at('tls.passphrase').name} too.`);
  else if (opened === 'closed')
    complain('tls.passphrase', `must be what ${at('tls.key').name} is encrypted with.`);
  else if (cert !== undefined && !new X509Certificate(cert).checkPrivateKey(opened as KeyObject))
    complain('tls.cert', `and ${at('tls.key').name} do not belong together. Set a pair.`);
}

function openKey(key: string, passphrase: string | undefined): KeyObject | 'unreadable' | 'closed' {
  try {
    return createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) });
  } catch {
    return /ENCRYPTED/.test(key) ? 'closed' : 'unreadable';
  }
}
