import type { EvolutionStep } from './evolution-plan.ts';

type Facts = Pick<EvolutionStep, 'version' | 'upgrade' | 'cannotRead' | 'cannotBeReadBy'>;

/**
 * What to do for a step, in order: what to wait for before it is registered, whom to upgrade first,
 * what to mind.
 *
 * @param newest the version right before it; undefined for the first of a subject
 */
export function tellRollout(
  { version, upgrade, cannotRead, cannotBeReadBy }: Facts,
  newest: number | undefined,
): string[] {
  const register = `Register it as version ${version}.`;
  if (newest === undefined) return [register];
  const older = (numbers: readonly number[]) => numbers.filter((number) => number !== newest);
  const sentences: string[] = [];
  const lostReaders = older(cannotBeReadBy);
  if (lostReaders.length > 0 && !cannotBeReadBy.includes(newest)) {
    sentences.push(
      `Before that, every consumer reads with version ${newest}: ${sayVersions(lostReaders)} cannot read what is written with this one.`,
    );
  }
  const lostData = older(cannotRead);
  if (lostData.length > 0) {
    sentences.push(
      `Before that, every producer writes with version ${newest}, and what ${sayVersions(lostData)} wrote has been read or has expired: this schema cannot read it.`,
    );
  }
  sentences.push(register);
  switch (upgrade) {
    case 'any_order':
      sentences.push('Then upgrade consumers and producers in any order.');
      break;
    case 'consumers_first':
      sentences.push(
        `Then upgrade all consumers, and the producers after them: version ${newest} cannot read what they write then.`,
      );
      break;
    case 'producers_first':
      sentences.push(
        `Then upgrade all producers, and the consumers once what version ${newest} wrote has been read or has expired: they cannot read it any more.`,
      );
      break;
    case 'unknown':
      sentences.push(
        `Then upgrade consumers and producers together: whether it and version ${newest} read each other's data both ways could not be told.`,
      );
      break;
    case 'no_order':
      sentences.push(
        `Then stop the producers, let the consumers read everything, and start both with the new schema: it and version ${newest} do not read each other's data.`,
      );
  }
  return sentences;
}

/** Version numbers in words: `versions 1, 2 and 5`, runs as `1 to 4`. */
export function sayVersions(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const parts = runs.flatMap(([from, to]) => {
    if (from === to) return [String(from)];
    return to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`];
  });
  const last = parts.pop() ?? '';
  const word = numbers.length === 1 ? 'version' : 'versions';
  return parts.length === 0 ? `${word} ${last}` : `${word} ${parts.join(', ')} and ${last}`;
}
