import { parseLosslessJson } from '../../lossless-json/parse.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';
import type { Fragment } from './fragments.ts';
import { metaSchemaOfNewDraft } from './new-drafts.ts';
import { metaSchemaOfDraft04, metaSchemaOfDraft06Or07 } from './old-drafts.ts';

/** The schema of schemas of a draft, or of a part of one. */
export interface MetaSchema {
  readonly value: JsonValue;
  readonly draft: JsonSchemaDraft;
}

const OLD = /^https?:\/\/json-schema\.org\/(?:draft-(04|06|07)\/)?schema$/;
const NEW = /^https?:\/\/json-schema\.org\/draft\/(2019-09|2020-12)\/(?:(schema)|meta\/([a-z-]+))$/;

/**
 * The meta-schema that a URL names, which every registry knows.
 *
 * @param url without a fragment
 */
export function metaSchema(url: string): MetaSchema | undefined {
  const old = OLD.exec(url);
  if (old !== null) {
    const draft = old[1] ?? '04';
    if (draft === '06' || draft === '07') {
      return made(metaSchemaOfDraft06Or07(draft), `draft-${draft}`);
    }
    return made(metaSchemaOfDraft04(), 'draft-04');
  }
  const [, draft, whole, part = whole] = NEW.exec(url) ?? [];
  if ((draft !== '2019-09' && draft !== '2020-12') || part === undefined) return undefined;
  const fragment = metaSchemaOfNewDraft(draft, part);
  return fragment === undefined ? undefined : made(fragment, draft);
}

function made(fragment: Fragment, draft: JsonSchemaDraft): MetaSchema {
  return { value: parseLosslessJson(JSON.stringify(fragment)), draft };
}
