import type { SnapshotSubject } from '@srkit/snapshot';
import type { ClearStep } from './clear-plan.ts';
import { type OrderedUnits, orderUnits } from './order-units.ts';
import type { Reference, References } from './references.ts';

/** Orders the soft deletions, or the permanent ones. */
export function orderPhase(
  going: readonly SnapshotSubject[],
  { from }: References,
  permanent: boolean,
): OrderedUnits {
  const versions = new Map<string, number[]>();
  for (const { name, versions: all } of going) {
    const own = all.filter(({ deleted }) => permanent || !deleted);
    if (own.length > 0 || all.length === 0) {
      versions.set(
        name,
        own.map(({ version }) => version),
      );
    }
  }
  const between = [...versions.keys()].flatMap((name) =>
    (from.get(name) ?? []).filter(
      (reference: Reference) => versions.has(reference.to) && (permanent || reference.isLive),
    ),
  );
  return orderUnits(versions, between);
}

/** Puts the permanent deletions after the soft ones, each after those of its subject. */
export function stepsOf(soft: OrderedUnits, last: OrderedUnits): ClearStep[] {
  const steps: ClearStep[] = soft.units.map((unit) => ({ ...unit, permanent: false }));
  const softOf = new Map<string, number[]>();
  for (const [place, { subject }] of steps.entries()) {
    softOf.set(subject, [...(softOf.get(subject) ?? []), place]);
  }
  const first = steps.length;
  for (const { after, ...unit } of last.units) {
    const own = softOf.get(unit.subject) ?? [];
    steps.push({ ...unit, permanent: true, after: [...own, ...after.map((at) => first + at)] });
  }
  return steps;
}
