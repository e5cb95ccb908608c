import { plainText } from './plain-text.ts';

/**
 * Texts that are used again as they are: what a caller sends back, schemas and messages, which must stay exact to the byte, and
 * drawings, which are clean already and are none when they are cut.
 */
const exact: ReadonlySet<string> = new Set([
  'schema',
  'subject',
  'subjects',
  'alias',
  'existing_subject',
  'context',
  'json',
  'base64',
  'mermaid',
]);

/** The longest text of somebody else's that is shown whole, in UTF-16 units. */
const longest = 4000;

/** Cleans every text of an answer that is shown to be read, and leaves alone what is used again as it is. */
export function cleanAnswer(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return exact.has(field) ? value : plainText(value, longest);
  if (Array.isArray(value)) return value.map((item) => cleanAnswer(item, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[plainText(key, longest), cleanAnswer(item, key)]],
    ),
  );
}
