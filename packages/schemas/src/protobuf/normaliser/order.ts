/** Orders texts as the registry does, by their UTF-16 units. */
export function byText<Item>(text: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => compareTexts(text(a), text(b));
}

/** Orders by number, the lower first; equal ones keep their order. */
export function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number;
}

/** Which of two texts comes first. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
