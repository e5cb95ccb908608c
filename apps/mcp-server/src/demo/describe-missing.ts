import type { NotRegistered } from '../server-options.ts';

/** How many characters of an answer they may take; the log names every one. */
const budget = 10_000;

/** What an answer says of files that are not registered: nothing when there are none, and otherwise as many as fit. */
export function describeMissing(missing: readonly NotRegistered[]): {
  not_registered?: NotRegistered[];
  total_not_registered?: number;
} {
  if (missing.length === 0) return {};
  let room = budget;
  const shown = missing.filter((one) => {
    room -= JSON.stringify(one).length;
    return room > 0;
  });
  return { not_registered: shown, total_not_registered: missing.length };
}
