/** A name that is longer was not meant to be another; to compare it would only take time. */
const longest = 300;

/**
 * Finds the name that was probably meant, by edit distance without regard to case.
 *
 * @returns undefined when nothing is close: more than a third of the letters differ, or it is longer than names are
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  if (written.length > longest) return undefined;
  const wanted = written.toLowerCase();
  const limit = Math.max(2, Math.floor(written.length / 3));
  let nearest: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance < least) [nearest, least] = [name, distance];
  }
  return nearest;
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
