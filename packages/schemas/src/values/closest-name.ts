import { editDistance } from '../name-words.ts';

const LONGEST = 100;

/** The name that was probably meant, or undefined where none is near. */
export function closestName(name: string, names: readonly string[]): string | undefined {
  const wanted = name.slice(0, LONGEST).toLowerCase();
  // In short names every other letter would be near.
  let least = Math.min(2, Math.floor(wanted.length / 3)) + 1;
  let closest: string | undefined;
  for (const candidate of names) {
    const distance = editDistance(wanted, candidate.slice(0, LONGEST).toLowerCase(), least);
    if (distance >= least) continue;
    least = distance;
    closest = candidate;
  }
  return closest;
}
