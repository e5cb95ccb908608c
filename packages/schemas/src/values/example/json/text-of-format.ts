import { Buffer } from 'node:buffer';
import { plausibleText, plausibleUuid } from '../plausible-text.ts';
import { plausibleDate, plausibleTime, plausibleTimestamp } from '../plausible-time.ts';
import type { Random } from '../random.ts';

type MakeText = (random: Random, words: string) => string;

const path: MakeText = (random, words) => `/${words.split(' ')[0] || 'orders'}/${random.digits(4)}`;
const address: MakeText = (random, words) => `https://example.com${path(random, words)}`;

const FORMATS: ReadonlyMap<string, MakeText> = new Map<string, MakeText>([
  ['date', plausibleDate],
  ['time', (random) => `${plausibleTime(random)}Z`],
  ['date-time', plausibleTimestamp],
  ['iso-time', plausibleTime],
  ['iso-date-time', plausibleTimestamp],
  ['duration', (random) => `PT${random.between(1, 59)}M`],
  ['email', (random) => plausibleText('email', random)],
  ['idn-email', (random) => plausibleText('email', random)],
  ['hostname', (random) => plausibleText('host', random)],
  ['idn-hostname', (random) => plausibleText('host', random)],
  ['ipv4', (random) => `192.0.2.${random.between(1, 254)}`],
  ['ipv6', (random) => `2001:db8::${random.digits(3, 16).replace(/^0+(?=.)/, '')}`],
  ['uri', address],
  ['url', address],
  ['iri', address],
  ['uri-reference', path],
  ['iri-reference', path],
  ['uri-template', (random, words) => `${path(random, words)}/{id}`],
  ['uuid', plausibleUuid],
  ['json-pointer', path],
  ['json-pointer-uri-fragment', (random, words) => `#${encodeURI(path(random, words))}`],
  ['relative-json-pointer', (random) => String(random.below(3))],
  ['regex', () => '^[a-z]+$'],
  ['byte', (random) => Buffer.from(plausibleText('', random)).toString('base64')],
]);

/** A text of a format, undefined for a format that says nothing about texts. */
export function textOfFormat(format: string, words: string, random: Random): string | undefined {
  return FORMATS.get(format)?.(random, encodeURI(words));
}
