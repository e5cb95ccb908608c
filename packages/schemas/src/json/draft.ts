import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../parsed-schema.ts';
import { splitFragment } from './uri.ts';

const drafts: readonly (readonly [string, JsonSchemaDraft])[] = [
  ['json-schema.org/draft-04/schema', 'draft-04'],
  ['json-schema.org/schema', 'draft-04'],
  ['json-schema.org/draft-06/schema', 'draft-06'],
  ['json-schema.org/draft-07/schema', 'draft-07'],
  ['json-schema.org/draft/2019-09/schema', '2019-09'],
  ['json-schema.org/draft/2020-12/schema', '2020-12'],
];

/**
 * The draft that a `$schema` names; undefined where it names none that is known. What follows the
 * URL of an old draft does not matter.
 */
export function writtenDraft(value: JsonValue): JsonSchemaDraft | undefined {
  const written = isJsonObject(value) ? value.get('$schema') : undefined;
  if (typeof written !== 'string') return undefined;
  const url = splitFragment(written).document.replace(/^https?:\/\//, '');
  const found = drafts.find(([known, draft]) =>
    isBefore201909(draft) ? url.startsWith(known) : url === known,
  );
  return found?.[1];
}

/** Whether `$ref` stands for all that is beside it, and `items` may be an array. */
export function isBefore201909(draft: JsonSchemaDraft): boolean {
  return draft.startsWith('draft-');
}

/** The keyword that names a schema: `id` in draft 4, `$id` since. */
export function identifierKeyword(draft: JsonSchemaDraft): '$id' | 'id' {
  return draft === 'draft-04' ? 'id' : '$id';
}
