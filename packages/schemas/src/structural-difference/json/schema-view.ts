import type { SchemaLinks } from '../../field-walk/json/schema-links.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';

/** The keywords of a schema, some of which may stand in another that it consists of. */
export interface SchemaView {
  readonly place: SchemaPlace;
  readonly members: JsonObject;
  /** Where a keyword is written. */
  holder(keyword: string): SchemaPlace;
}

/** A schema as it is written. */
export function plainView(place: SchemaPlace): SchemaView {
  return { place, members: membersOf(place), holder: () => place };
}

/** A schema together with another that it refers to; its own keywords come first. */
export function joinedView(view: SchemaView, inner: SchemaPlace, without: string): SchemaView {
  const own = new Map(view.members);
  own.delete(without);
  const members = new Map([...membersOf(inner), ...own]);
  return {
    place: view.place,
    members,
    holder: (keyword) => (own.has(keyword) ? view.holder(keyword) : inner),
  };
}

/** A branch that a schema consists of, alone or beside null. */
export interface OnlyBranch {
  readonly keyword: string;
  readonly inner: SchemaPlace;
  readonly besideNull: boolean;
}

/** The branch that a schema consists of, where there is only one, null aside. */
export function onlyBranch(view: SchemaView, links: SchemaLinks): OnlyBranch | undefined {
  const { members } = view;
  if (members.has('type') || members.has('$ref')) return undefined;
  const combinations = ['anyOf', 'oneOf', 'allOf'].filter((keyword) => members.has(keyword));
  const [keyword = '', ...more] = combinations;
  const written = members.get(keyword);
  if (more.length > 0 || !isJsonArray(written)) return undefined;
  const nulls = written.map(isOnlyNull);
  const besideNull = nulls.includes(true);
  const [inner, ...others] = links
    .list(view.holder(keyword), keyword)
    .filter((_, index) => nulls[index] !== true);
  if (inner === undefined || others.length > 0) return undefined;
  if (written.length !== (besideNull ? 2 : 1) || (besideNull && keyword === 'allOf')) {
    return undefined;
  }
  return isJsonObject(inner.value) ? { keyword, inner, besideNull } : undefined;
}

function isOnlyNull(value: JsonValue): boolean {
  return isJsonObject(value) && value.size === 1 && value.get('type') === 'null';
}
