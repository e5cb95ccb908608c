/**
 * A name that is still free, with a number behind it, in the style of the name: `total_v2`, `totalV2`.
 *
 * @returns undefined where a hundred are taken
 */
export function freeName(name: string, isTaken: (name: string) => boolean): string | undefined {
  const separator = /_|^[a-z0-9]+$/.test(name) ? '_v' : 'V';
  for (let number = 2; number < 100; number += 1) {
    const free = `${name}${separator}${number}`;
    if (!isTaken(free)) return free;
  }
  return undefined;
}
