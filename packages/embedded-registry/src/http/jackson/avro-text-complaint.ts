import { readJson } from './read-json.ts';

/**
 * What is wrong with the text of an Avro schema that is not JSON, as the real registry passes it on; undefined where it is. What
 * follows the first value does not count.
 */
export function avroTextComplaint(text: string): string | undefined {
  const { complaint } = readJson(text, 'avro text');
  if (!complaint) return undefined;
  const { kind, message, place } = complaint;
  return `com.fasterxml.jackson.core.${kind}: ${message}${place === undefined ? '' : `\n at ${place}`}`;
}
