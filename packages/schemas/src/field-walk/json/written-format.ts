import type { SchemaPlace } from '../../json/schema-place.ts';
import type { WrittenLogicalType } from '../schema-field.ts';
import type { JsonOutline } from './json-outline.ts';

/** The formats that JSON Schema defines, all drafts together. They describe strings. */
export const knownFormats: ReadonlySet<string> = new Set([
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'idn-email',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'iri',
  'iri-reference',
  'json-pointer',
  'regex',
  'relative-json-pointer',
  'time',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
]);

/** The `format` of a value. It is understood where JSON Schema defines it and it describes a string. */
export function writtenFormat(
  place: SchemaPlace,
  { factsOf }: Pick<JsonOutline, 'factsOf'>,
): WrittenLogicalType | undefined {
  const { format, kinds } = factsOf(place);
  if (format === undefined) return undefined;
  return { name: format, understood: knownFormats.has(format) && kinds.has('string') };
}
