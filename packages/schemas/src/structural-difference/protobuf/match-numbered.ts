/** What has a name and a number: a field or a constant of an enum. */
interface Numbered {
  readonly name: string;
  readonly number: number;
}

/**
 * For each newer element the place of the older one that it continues: of the same name and number,
 * or else of the same name, or else of the same number. None is taken twice.
 */
export function matchNumbered(
  before: readonly Numbered[],
  after: readonly Numbered[],
): (number | undefined)[] {
  const matches = after.map((): number | undefined => undefined);
  const taken = new Set<number>();
  const byBoth = ({ name, number }: Numbered): string => `${number} ${name}`;
  const byName = ({ name }: Numbered): string => name;
  const byNumber = ({ number }: Numbered): string => String(number);
  for (const keyOf of [byBoth, byName, byNumber]) {
    const places = new Map<string, number>();
    for (const [index, old] of before.entries()) {
      const key = keyOf(old);
      if (!taken.has(index) && !places.has(key)) places.set(key, index);
    }
    for (const [index, next] of after.entries()) {
      const place = matches[index] === undefined ? places.get(keyOf(next)) : undefined;
      if (place === undefined || taken.has(place)) continue;
      matches[index] = place;
      taken.add(place);
    }
  }
  return matches;
}
