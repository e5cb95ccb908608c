import type { CompatibilityOptions, PreviousSchema } from '../compatibility.ts';
import type { Draft } from './draft.ts';
import type { Prover } from './prover.ts';

/**
 * The shortest way from what is registered to the last of some drafts, through as few of the others
 * as it needs. Every step of it has passed the checker after all steps before it.
 *
 * @param earlier what is registered, the newest first
 * @param drafts in the order in which they may be passed through
 * @returns undefined where no way passes
 */
export function findRoute(
  earlier: readonly PreviousSchema[],
  drafts: readonly Draft[],
  prover: Prover,
): Draft[] | undefined {
  const target = drafts.at(-1);
  // Ways of the same length are tried from the one that goes on farthest.
  let ways: { passed: Draft[]; next: number }[] = [{ passed: [], next: 0 }];
  while (ways.length > 0) {
    const longer: typeof ways = [];
    const reached = new Set<number>();
    for (const { passed, next } of ways) {
      for (let index = drafts.length - 1; index >= next; index -= 1) {
        const draft = drafts[index];
        if (draft === undefined || reached.has(index)) continue;
        if (!prover.accepts(draft.schema, withSteps(earlier, passed, prover.options))) continue;
        const way = [...passed, draft];
        if (draft === target) return way;
        reached.add(index);
        longer.push({ passed: way, next: index + 1 });
      }
    }
    ways = longer;
  }
  return undefined;
}

/** What is registered once some steps are, the newest first; steps get the target's metadata. */
export function withSteps(
  earlier: readonly PreviousSchema[],
  steps: readonly Draft[],
  { metadata }: CompatibilityOptions,
): PreviousSchema[] {
  const first = (earlier[0]?.version ?? 0) + 1;
  const added = steps.map(({ schema }, index) => ({ version: first + index, schema, metadata }));
  return [...added.reverse(), ...earlier];
}
