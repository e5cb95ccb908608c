import { X509Certificate } from 'node:crypto';
import { contextName, isProtocolError, isSecret, secret } from '@srkit/registry-protocol';
import { type Complaint, readAddresses, webAddress } from './read-address.ts';
import { isRegistryName } from './registry-name.ts';
import { settingText } from './setting-text.ts';
import type { Setting, SettingKind } from './settings-table.ts';

/** What a setting says, or what is wrong with it: the rest of a sentence that begins with its place. */
export type Reading = { value: unknown } | Complaint;

type ReadKind = (written: unknown, setting: Setting) => Reading;

// A timer with a longer delay fires at once.
const longestMs = 2_147_483_647;

/**
 * Reads a setting of a kind, written as text or as what it is. What is wrong is said without the value, which may be a secret.
 *
 * @param written not blank
 */
export function readSetting(written: unknown, setting: Setting): Reading {
  return readers[setting.kind](written, setting);
}

const readers: Readonly<Record<SettingKind, ReadKind>> = {
  addresses(written) {
    const texts = (Array.isArray(written) ? written : [written]).map(settingText);
    return texts.every((text) => text !== undefined)
      ? readAsValue(readAddresses(texts))
      : (readAddresses([]) as Complaint);
  },
  address(written) {
    const url = webAddress(trimmed(written));
    return url === undefined || url.username !== '' || url.password !== ''
      ? { complaint: 'must be an address like https://login.example.com/oauth2/token.' }
      : { value: trimmed(written) };
  },
  proxy(written) {
    return webAddress(trimmed(written)) === undefined
      ? {
          complaint:
            'must be an address like http://proxy.example.com:3128. Percent-encode special characters in a user or password.',
        }
      : { value: secret(trimmed(written)) };
  },
  name(written) {
    return isRegistryName(trimmed(written))
      ? { value: trimmed(written) }
      : {
          complaint:
            'must be a name of letters, digits, dots, dashes and underscores, at most 64 of them, that begins with a letter or digit.',
        };
  },
  text(written) {
    const text = trimmed(written);
    return text === '' ? { complaint: 'must be a text.' } : { value: text };
  },
  secret(written) {
    // Not trimmed: white space can be part of a password.
    const text = settingText(written);
    return text === undefined
      ? { complaint: 'must be a text.' }
      : { value: isSecret(written) ? written : secret(text) };
  },
  switch(written) {
    const value = switches.get(trimmed(written).toLowerCase());
    return value === undefined
      ? { complaint: 'must be true or false (also 1, yes, on, 0, no, off).' }
      : { value };
  },
  milliseconds(written, { least = 0 }) {
    return wholeNumber(written, least, longestMs, 'whole number of milliseconds');
  },
  number(written, { least = 0, greatest = Number.MAX_SAFE_INTEGER }) {
    return wholeNumber(written, least, greatest, 'whole number');
  },
  rate(written) {
    const text = trimmed(written);
    const value = Number(text);
    return /^\d+(\.\d+)?$/.test(text) && value > 0 && Number.isFinite(value)
      ? { value }
      : { complaint: 'must be a number greater than 0.' };
  },
  context(written) {
    try {
      return { value: contextName(trimmed(written)) };
    } catch (error) {
      if (!isProtocolError(error)) throw error;
      return { complaint: `must be the name of a context. ${error.message}` };
    }
  },
  choice(written, { choices = [] }) {
    const value = choices.find((choice) => choice === trimmed(written).toLowerCase());
    return value === undefined ? { complaint: `must be ${choices.join(' or ')}.` } : { value };
  },
  texts(written) {
    const entries = entriesOf(written);
    return entries === undefined
      ? { complaint: 'must be texts by name; as one text {"name":"value"}.' }
      : { value: Object.fromEntries(entries) };
  },
  headers(written) {
    const entries = entriesOf(written);
    if (entries === undefined)
      return { complaint: 'must be headers by name; as one text {"X-Name":"value"}.' };
    const refused = entries.findIndex(([name, value]) => !isHeader(name, value));
    if (refused !== -1)
      return {
        complaint: `must be headers that can be sent: number ${refused + 1} has a character in its name or value that no header may hold.`,
      };
    return { value: Object.fromEntries(entries.map(([name, value]) => [name, secret(value)])) };
  },
  certificates(written) {
    const text = pem(settingText(written) ?? '');
    const blocks = text.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs) ?? [];
    return blocks.length > 0 && blocks.every(isCertificate)
      ? { value: text }
      : { complaint: 'must be a certificate in PEM, from -----BEGIN CERTIFICATE----- on.' };
  },
  object(written) {
    return typeof written === 'object' || typeof written === 'function'
      ? { value: written }
      : { complaint: 'must be an object that code hands in.' };
  },
};

/** Line breaks that a variable or a JSON text could only hold as `\n`. */
export function pem(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\\n', '\n');
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on'].map((word): [string, boolean] => [word, true]),
  ...['false', '0', 'no', 'off'].map((word): [string, boolean] => [word, false]),
]);

function readAsValue(read: object): Reading {
  return 'complaint' in read ? (read as Complaint) : { value: read };
}

function trimmed(written: unknown): string {
  return settingText(written)?.trim() ?? '';
}

function wholeNumber(written: unknown, least: number, greatest: number, what: string): Reading {
  const text = trimmed(written);
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= greatest
    ? { value }
    : { complaint: `must be a ${what} from ${least} to ${greatest}.` };
}

/** Names with texts, written as a record or as the JSON of one. */
function entriesOf(written: unknown): [string, string][] | undefined {
  const record = typeof written === 'string' || isSecret(written) ? parsed(written) : written;
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const entries: [string, string][] = [];
  for (const [name, value] of Object.entries(record)) {
    const text = settingText(value);
    if (text === undefined) return undefined;
    entries.push([name, text]);
  }
  return entries;
}

function parsed(written: unknown): unknown {
  try {
    return JSON.parse(settingText(written) ?? '');
  } catch {
    return undefined;
  }
}

function isHeader(name: string, value: string): boolean {
  try {
    new Headers().set(name, value);
    return true;
  } catch {
    return false;
  }
}

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}
