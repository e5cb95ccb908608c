import type { JsonObject } from '../../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../../lossless-json/value.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import {
  readListKeywords,
  readObjectKeywords,
  readTexts,
  readValueKeywords,
} from './read-keywords.ts';
import type { Wish } from './wish.ts';
import { narrowTypes } from './wish.ts';

/** Decides where a schema leaves a choice. */
export interface Choices {
  /** Chooses one of several forms. */
  choose(forms: readonly SchemaPart[]): SchemaPart | undefined;
  /** Says whether a condition shall hold. */
  holds(condition: SchemaPart): boolean;
}

/** Keywords that say something about values without being checked by themselves. */
const SAYING: ReadonlySet<string> = new Set([
  'default',
  'else',
  'examples',
  'maxContains',
  'minContains',
  'then',
]);
const TYPES = ['null', 'boolean', 'string', 'number', 'integer', 'array', 'object'] as const;

/**
 * Adds what schemas demand of the same value to a wish: references are followed, and of several
 * forms one is chosen.
 */
export function collectWish(
  wish: Wish,
  all: readonly SchemaPart[],
  parts: SchemaParts,
  choices: Choices,
): void {
  const seen = new Set<SchemaPart>();
  const open = [...all].reverse();
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    const { place } = part;
    if (part.always === false) {
      wish.impossible ??= { where: place.pointer, why: 'it allows nothing' };
    }
    if (!isJsonObject(place.value)) continue;
    const keywords = new Map(
      [...place.value].filter(([keyword]) => SAYING.has(keyword) || parts.speaks(keyword)),
    );
    readValueKeywords(wish, keywords);
    readListKeywords(wish, part, keywords, parts);
    readObjectKeywords(wish, part, keywords, parts);
    open.push(...sameValue(wish, part, keywords, parts, choices).reverse());
  }
}

/** The other schemas that the value has to fit. */
function sameValue(
  wish: Wish,
  { place }: SchemaPart,
  keywords: JsonObject,
  parts: SchemaParts,
  choices: Choices,
): SchemaPart[] {
  const found: SchemaPart[] = [];
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const reference = keywords.get(keyword);
    if (typeof reference !== 'string') continue;
    const target = parts.find(reference, place);
    if (target !== undefined) found.push(target);
  }
  found.push(...formsOf('allOf'));
  for (const keyword of ['anyOf', 'oneOf']) {
    const forms = formsOf(keyword);
    const chosen = forms.length === 0 ? undefined : choices.choose(forms);
    if (chosen === undefined) continue;
    if (forms.length > 1) wish.isChosen = true;
    found.push(chosen);
    if (keyword === 'oneOf') {
      for (const form of forms) if (form !== chosen) forbidRequired(wish, form, parts);
    }
  }
  const not = parts.child(place, 'not');
  if (not !== undefined) {
    forbidRequired(wish, not, parts);
    forbidTypes(wish, not);
  }
  const [condition, yes, no] = ['if', 'then', 'else'].map((keyword) => parts.child(place, keyword));
  if (condition !== undefined && keywords.has('if')) {
    wish.isChosen = true;
    if (choices.holds(condition)) found.push(condition, ...(yes === undefined ? [] : [yes]));
    else if (no !== undefined) found.push(no);
  }
  return found;

  function formsOf(keyword: string): SchemaPart[] {
    const written = keywords.get(keyword);
    if (!isJsonArray(written)) return [];
    return written
      .map((_, index) => parts.child(place, keyword, index))
      .filter((form) => form !== undefined);
  }
}

/** Leaves out what a schema that must not fit asks for; without one of its properties it does not. */
function forbidRequired(wish: Wish, part: SchemaPart, parts: SchemaParts): void {
  const { place } = part;
  if (!isJsonObject(place.value)) return;
  const [name, ...more] = readTexts(place.value.get('required'));
  if (name !== undefined && more.length === 0) wish.forbidden.add(name);
  const forms = place.value.get('anyOf');
  if (!isJsonArray(forms)) return;
  for (const index of forms.keys()) {
    const form = parts.child(place, 'anyOf', index);
    const [other, ...rest] = isJsonObject(form?.place.value)
      ? readTexts(form.place.value.get('required'))
      : [];
    if (other !== undefined && rest.length === 0) wish.forbidden.add(other);
  }
}

/** Leaves out the types of a schema that must not fit, where it says nothing else. */
function forbidTypes(wish: Wish, { place }: SchemaPart): void {
  if (!isJsonObject(place.value) || place.value.size !== 1) return;
  const type = place.value.get('type');
  const left = typeof type === 'string' ? [type] : readTexts(type);
  const integer = left.includes('number') ? ['integer'] : [];
  if (left.length > 0) {
    narrowTypes(
      wish,
      TYPES.filter((name) => ![...left, ...integer].includes(name)),
    );
  }
}
