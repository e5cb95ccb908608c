import { parsePattern } from '../../../json/pattern/parse-pattern.ts';
import { isSchemaError } from '../../../schema-error.ts';
import { isNumeric } from '../value-kind.ts';
import { isEmail, isHostname, isIdnEmail, isIdnHostname } from './mail.ts';
import { isDate, isDateTime, isDuration, isTime } from './time.ts';
import {
  isIpv4,
  isIpv6,
  isIri,
  isIriReference,
  isUri,
  isUriReference,
  isUriTemplate,
  isUrl,
} from './uri.ts';

const LONGEST = 100_000;

/** How the values of a format are told from others. */
interface Format {
  fits(value: unknown): boolean;
  /** One that people know, to say what was expected. */
  readonly sample: string;
}

/** Formats that are checked, in every draft; all others are taken as they are. */
export const knownFormats: ReadonlyMap<string, Format> = new Map([
  text('date', '2024-05-31', isDate),
  text('time', '12:30:00Z', isTime),
  text('date-time', '2024-05-31T12:30:00Z', isDateTime),
  text('iso-time', '12:30:00', (value) => isTime(value, false)),
  text('iso-date-time', '2024-05-31T12:30:00', (value) => isDateTime(value, false)),
  text('duration', 'P1DT12H', isDuration),
  text('email', 'ada@example.com', isEmail),
  text('idn-email', 'ada@example.com', isIdnEmail),
  text('hostname', 'www.example.com', isHostname),
  text('idn-hostname', 'www.example.com', isIdnHostname),
  text('ipv4', '192.0.2.1', isIpv4),
  text('ipv6', '2001:db8::1', isIpv6),
  text('uri', 'https://example.com/orders/1', isUri),
  text('uri-reference', '/orders/1', isUriReference),
  text('iri', 'https://example.com/orders/1', isIri),
  text('iri-reference', '/orders/1', isIriReference),
  text('uri-template', 'https://example.com/orders/{id}', isUriTemplate),
  text('url', 'https://example.com/orders/1', isUrl),
  text('uuid', '6f1f8c5e-2a53-4d7b-9c1e-0a7d3c5b9e21', (value) =>
    /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value),
  ),
  text('json-pointer', '/orders/0', (value) => isJsonPointer(value)),
  text('json-pointer-uri-fragment', '#/orders/0', (value) => isPointerFragment(value)),
  text('relative-json-pointer', '1/id', (value) => {
    const [, rest] = /^(?:0|[1-9][0-9]*)([^0-9].*)?$/s.exec(value) ?? [undefined, '?'];
    return rest === undefined || rest === '#' || (rest !== '?' && isJsonPointer(rest));
  }),
  text('regex', '^[a-z]+$', isRegex),
  text('byte', 'aGVsbG8=', (value) => isBase64(value)),
  number('int32', '42', (value) => isInteger(value, 32n)),
  number('int64', '42', (value) => isInteger(value, 64n)),
]);

function text(
  name: string,
  sample: string,
  fits: (value: string) => boolean,
): readonly [string, Format] {
  const fitsText = (value: unknown): boolean =>
    typeof value !== 'string' || (value.length <= LONGEST && fits(value));
  return [name, { fits: fitsText, sample }];
}

function number(
  name: string,
  sample: string,
  fits: (value: number | bigint) => boolean,
): readonly [string, Format] {
  return [name, { fits: (value) => !isNumeric(value) || fits(value), sample }];
}

function isInteger(value: number | bigint, bits: bigint): boolean {
  if (typeof value === 'number' && !Number.isInteger(value)) return false;
  const integer = BigInt(value);
  const half = 1n << (bits - 1n);
  return integer >= -half && integer < half;
}

function isJsonPointer(value: string): boolean {
  return (value === '' || value.startsWith('/')) && !/~(?![01])/.test(value);
}

function isPointerFragment(value: string): boolean {
  return (
    /^#(?:\/|$)/.test(value) &&
    !/[^\w\-.!$&'()*+,;=:@/%~]|%(?![0-9A-Fa-f]{2})|~(?![01])/.test(value.slice(1))
  );
}

function isBase64(value: string): boolean {
  return value.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(value.replace(/={1,2}$/, ''));
}

function isRegex(value: string): boolean {
  try {
    parsePattern(value);
    return true;
  } catch (error) {
    if (isSchemaError(error)) return false;
    throw error;
  }
}
