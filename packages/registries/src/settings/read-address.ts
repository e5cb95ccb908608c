import { type Secret, secret } from '@srkit/registry-protocol';

/** Addresses of one registry, and what stood before the host. */
export interface Addresses {
  /** Without user, password and a slash at the end: safe to show. */
  urls: string[];
  user?: string;
  password?: Secret;
}

/** What is wrong with an address; it is not repeated, since it may hold a password. */
export interface Complaint {
  complaint: string;
}

const expected =
  'must be one address like http://localhost:8081, or several of one registry with commas between them.';

/** Reads one address or several, and takes user and password out of them. */
export function readAddresses(written: readonly string[]): Addresses | Complaint {
  const addresses = written
    .flatMap((text) => text.split(/,\s*(?=https?:)/i))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (addresses.length === 0) return { complaint: expected };
  const read: Addresses = { urls: [] };
  const credentials = new Set<string>();
  for (const address of addresses) {
    const url = webAddress(address);
    if (url === undefined) return { complaint: expected };
    if (url.search !== '' || url.hash !== '')
      return { complaint: `${expected} It takes no query and no fragment.` };
    if (url.pathname.includes('@'))
      return {
        complaint: `${expected} Percent-encode special characters in a user or password.`,
      };
    if (url.username !== '' || url.password !== '') {
      credentials.add(`${url.username}:${url.password}`);
      read.user = decode(url.username);
      read.password = secret(decode(url.password));
    }
    read.urls.push(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
  }
  if (credentials.size > 1)
    return { complaint: `${expected} All of them must have the same user and password.` };
  return read;
}

/** An http or https address; undefined for anything else. */
export function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
