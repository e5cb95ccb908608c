/**
 * How many parts of one side can be matched with a part of the other side, each with one.
 *
 * @param fits for every part of the one side, which of the other it may be matched with
 * @param spend is told of every step, and may throw
 */
export function countMatches(
  fits: readonly (readonly number[])[],
  spend: (steps: number) => void,
): number {
  const owners = new Map<number, number>();
  let count = 0;
  for (const start of fits.keys()) if (findPlace(start, fits, owners, spend)) count += 1;
  return count;
}

/** Finds a free partner, for which others may have to take another one. */
function findPlace(
  start: number,
  fits: readonly (readonly number[])[],
  owners: Map<number, number>,
  spend: (steps: number) => void,
): boolean {
  const wantedBy = new Map<number, number>();
  const partnerOf = new Map<number, number>();
  const waiting = [start];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const partner of fits[part] ?? []) {
      spend(1);
      if (wantedBy.has(partner)) continue;
      wantedBy.set(partner, part);
      const owner = owners.get(partner);
      if (owner === undefined) {
        moveUp(partner, start, owners, wantedBy, partnerOf);
        return true;
      }
      partnerOf.set(owner, partner);
      waiting.push(owner);
    }
  }
  return false;
}

function moveUp(
  free: number,
  start: number,
  owners: Map<number, number>,
  wantedBy: ReadonlyMap<number, number>,
  partnerOf: ReadonlyMap<number, number>,
): void {
  for (let partner: number | undefined = free; partner !== undefined; ) {
    const part = wantedBy.get(partner);
    if (part === undefined) return;
    owners.set(partner, part);
    partner = part === start ? undefined : partnerOf.get(part);
  }
}
