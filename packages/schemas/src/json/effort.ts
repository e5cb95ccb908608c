/** What may still be spent on a message before it is refused as too large. */
export interface Effort {
  left: number;
}

/** Thrown inside a check that would take too long; it never leaves this package. */
export class EffortSpent extends Error {
  override readonly name = 'EffortSpent';
}

/** Takes something off what is left. */
export function spendEffort(effort: Effort, amount: number): void {
  effort.left -= amount;
  if (effort.left < 0) throw new EffortSpent('The message takes too long');
}
