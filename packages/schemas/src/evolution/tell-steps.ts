import type { PreviousSchema } from '../compatibility.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { changesBetween } from './changes-between.ts';
import { compareVersion } from './compare-version.ts';
import type { Draft } from './draft.ts';
import type { EvolutionStep } from './evolution-plan.ts';
import { withSteps } from './find-route.ts';
import { relevantTo } from './level-verdicts.ts';
import type { Prover } from './prover.ts';
import { tellRollout } from './tell-rollout.ts';
import { upgradeOrder } from './upgrade-order.ts';

/** How many earlier versions a step is compared with to tell who reads whom; a transitive level's proof has all. */
const MOST_VERSIONS = 100;

/** Tells of the steps of a way that the checker has taken: what each does, and who goes first. */
export function tellSteps(
  earlier: readonly PreviousSchema[],
  drafts: readonly Draft[],
  target: ParsedSchema,
  { level, options }: Prover,
): EvolutionStep[] {
  let said: Draft['reasons'] = new Map();
  return drafts.map((draft, index) => {
    const before = withSteps(earlier, drafts.slice(0, index), options);
    const newest = before[0];
    const { schema, reasons } = draft;
    const { policy } = options;
    const comparisons = before
      .slice(0, MOST_VERSIONS)
      .map((version) => compareVersion(schema, version, policy === undefined ? {} : { policy }));
    const [first] = comparisons;
    const cannotRead = comparisons.filter(({ backward }) => backward.verdict !== 'accepted');
    const cannotBeReadBy = comparisons.filter(({ forward }) => forward.verdict !== 'accepted');
    const facts = {
      version: (newest?.version ?? 0) + 1,
      upgrade: upgradeOrder(
        first?.backward.verdict ?? 'accepted',
        first?.forward.verdict ?? 'accepted',
      ),
      cannotRead: cannotRead.map(({ version }) => version),
      cannotBeReadBy: cannotBeReadBy.map(({ version }) => version),
    };
    const isTarget = schema === target;
    const fresh = [...reasons].filter(([key]) => !said.has(key)).map(([, reason]) => reason);
    const gone = [...said.keys()].filter((key) => !reasons.has(key));
    said = reasons;
    return {
      ...facts,
      schema: schema.text,
      references: schema.references.map(({ name }) => name),
      isTarget,
      why: isTarget ? [whyTarget(gone.length)] : fresh,
      ...(newest === undefined
        ? { changes: [], dangers: [] }
        : changesBetween(newest.schema, schema, policy)),
      rollout: tellRollout(facts, newest?.version),
      proof: {
        level,
        compatible: true,
        versions: relevantTo(level, before).map(({ version }) => version),
      },
    };
  });
}

function whyTarget(temporary: number): string {
  if (temporary === 0) return 'The target itself.';
  return 'The target itself: what only helped on the way goes again.';
}
