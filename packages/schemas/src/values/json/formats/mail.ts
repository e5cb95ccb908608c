import { isIpv4, isIpv6 } from './uri.ts';

const LONGEST_LOCAL_PART = 64;
const LONGEST_HOST = 253;

/** Whether a text is a name of a host (RFC 1123). */
export function isHostname(text: string): boolean {
  return isHost(text, /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/);
}

/** Whether a text is a name of a host in which letters of all languages may stand. */
export function isIdnHostname(text: string): boolean {
  return isHost(
    text.replace(/[\u3002\uff0e\uff61]/g, '.'),
    /^[\p{L}\p{M}\p{N}](?:(?:[\p{L}\p{M}\p{N}\u00b7\u0375\u05f3\u05f4\u30fb-]|\u200c|\u200d){0,61}[\p{L}\p{M}\p{N}\u05f3\u05f4])?$/u,
  );
}

/** Whether a text is an address of a mailbox (RFC 5321). */
export function isEmail(text: string): boolean {
  return isMailbox(text, /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+$/, isHostname);
}

/** Whether a text is an address of a mailbox in which letters of all languages may stand. */
export function isIdnEmail(text: string): boolean {
  return isMailbox(text, /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u{80}-\u{10ffff}]+$/u, isIdnHostname);
}

function isHost(text: string, label: RegExp): boolean {
  const name = text.endsWith('.') && text.length > 1 ? text.slice(0, -1) : text;
  if (name.length > LONGEST_HOST) return false;
  return name.split('.').every((part) => label.test(part));
}

function isMailbox(text: string, atom: RegExp, isDomain: (host: string) => boolean): boolean {
  const at = text.lastIndexOf('@');
  const [local, host] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (at === -1 || local === '' || local.length > LONGEST_LOCAL_PART) return false;
  const isQuoted = /^"(?:[^"\\\r\n]|\\[^\r\n])*"$/.test(local);
  if (!isQuoted && !local.split('.').every((part) => atom.test(part))) return false;
  const [, six, four] = /^\[(?:IPv6:([^\]]+)|([^\]]+))\]$/i.exec(host) ?? [];
  if (six !== undefined) return isIpv6(six);
  if (four !== undefined) return isIpv4(four);
  return isDomain(host);
}
