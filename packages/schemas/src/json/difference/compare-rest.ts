import type { Found } from './comparison.ts';
import { differ } from './comparison.ts';
import type { Rest } from './model.ts';

/** What is not evaluated may be: here `{}` is no more than `true`, which elsewhere it is. */
export function unevaluatedRest(rest: Rest): Rest {
  return typeof rest === 'object' && rest.load().kind === 'anything' ? true : rest;
}

/** Keywords for what is not named, with the name of their differences. */
type RestKeyword =
  | readonly ['additionalProperties', 'ADDITIONAL_PROPERTIES']
  | readonly ['unevaluatedProperties', 'UNEVALUATED_PROPERTIES']
  | readonly ['additionalItems', 'ADDITIONAL_ITEMS']
  | readonly ['unevaluatedItems', 'UNEVALUATED_ITEMS'];

/** Compares what two schemas take besides what they name. */
export function compareRest(original: Rest, update: Rest, [keyword, name]: RestKeyword): Found[] {
  if (original === update) return [];
  if (typeof original === 'object' && typeof update === 'object') {
    return [{ original: original.load(), update: update.load(), steps: [keyword] }];
  }
  if (update === true) return [differ(`${name}_ADDED`, keyword)];
  if (update === false) return [differ(`${name}_REMOVED`, keyword)];
  return [differ(original === true ? `${name}_NARROWED` : `${name}_EXTENDED`, keyword)];
}
