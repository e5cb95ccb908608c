// Kills `srkit-registry --data` in the middle of registrations, again and again, and looks whether everything that it answered is there.
// Run it with `pnpm bench bench/kill-registry.ts [KILLS] [REGISTRATIONS] [SEED]`; the test does the same with fewer registrations.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killAgainAndAgain } from '../packages/embedded-registry/test/node/data-folder/kill-rounds.ts';

const [kills = 20, registrations = 10_000, seed = Date.now() | 0] = process.argv
  .slice(2)
  .map(Number);
const parent = mkdtempSync(join(tmpdir(), 'srkit-kill-'));
console.log(`${kills} kills, each within ${registrations} registrations, seed ${seed}`);
try {
  const { kept, unanswered } = await killAgainAndAgain({
    folder: join(parent, 'data'),
    kills,
    registrations,
    connections: 16,
    textBytes: 200,
    seed,
    onRound: (line) => console.log(line),
  });
  console.log(
    `all ${kept - unanswered} that were answered are there, and ${unanswered} of those in flight`,
  );
} finally {
  rmSync(parent, { recursive: true });
}
