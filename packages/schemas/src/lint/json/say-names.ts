const MOST_NAMES = 8;
const LONGEST_NAME = 60;

/** Names in a sentence, the first of them. */
export function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map(sayName);
  const hidden = names.length - shown.length;
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}

/** A name in quotes, cut where it is long. */
export function sayName(name: string): string {
  return name.length > LONGEST_NAME ? `'${name.slice(0, LONGEST_NAME)}…'` : `'${name}'`;
}
