import { expect, test } from 'vitest';
import { aFolder } from './a-data-folder.ts';
import { killAgainAndAgain } from './kill-rounds.ts';

const kills = 20;
/** In each round, of which half are done in the middle: 10,000 in all. With 10,000 in each round it is bench/kill-registry.ts. */
const registrations = 1000;

test(`killed ${kills} times at any moment, it has everything that it answered, and nothing else`, async () => {
  const folder = await aFolder();
  const seed = Date.now() | 0;
  const lines: string[] = [];
  const onRound = (line: string) => lines.push(line);
  const plan = { folder, kills, registrations, connections: 16, textBytes: 200, seed, onRound };
  const { kept } = await killAgainAndAgain(plan).catch((error: unknown) => {
    throw new Error(`with the seed ${seed}, after: ${lines.join('; ')}`, { cause: error });
  });
  expect(kept).toBeGreaterThan(kills);
  expect(lines).toHaveLength(kills);
}, 120_000);
