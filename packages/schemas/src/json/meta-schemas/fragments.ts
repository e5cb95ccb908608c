/** JSON as it is written in this folder. */
export type Fragment = Readonly<Record<string, unknown>>;

/** Keywords with what their value must be. */
export type Fragments = Readonly<Record<string, Fragment | true>>;

export const text: Fragment = { type: 'string' };
export const number: Fragment = { type: 'number' };
export const truth: Fragment = { type: 'boolean', default: false };
export const uri: Fragment = { type: 'string', format: 'uri' };
export const uriReference: Fragment = { type: 'string', format: 'uri-reference' };
export const pattern: Fragment = { type: 'string', format: 'regex' };
export const wholeNumber: Fragment = { type: 'integer', minimum: 0 };
export const simpleTypes: Fragment = {
  enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'],
};
export const strings = { type: 'array', items: text, uniqueItems: true };

/** The same for each of several keywords. */
export function each(fragment: Fragment, ...keywords: readonly string[]): Fragments {
  return Object.fromEntries(keywords.map((keyword) => [keyword, fragment]));
}

/** An object, each of whose members is `fragment`. */
export function objectOf(fragment: Fragment, more: Fragments = {}): Fragment {
  return { type: 'object', additionalProperties: fragment, ...more, default: {} };
}

/** One of the simple types, or an array of them. */
export function typesOf(simple: Fragment): Fragment {
  return { anyOf: [simple, { type: 'array', items: simple, minItems: 1, uniqueItems: true }] };
}
