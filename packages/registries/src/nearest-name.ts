/** A name that is longer was not meant to be one of ours; to compare it would only take time. */
const longest = 200;

/**
 * Finds the name that was probably meant, by edit distance without regard to case.
 *
 * @returns undefined when nothing is close: more than a third of the letters differ, or nobody can have meant a name so long
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > longest) return undefined;
  let nearest: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (!nearest || distance < nearest.distance) nearest = { name, distance };
  }
  const limit = Math.max(2, Math.floor(written.length / 3));
  return nearest && nearest.distance <= limit ? nearest.name : undefined;
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
