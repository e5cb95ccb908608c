import type { OwnDifference, Steps } from './comparison.ts';
import { refuseSize } from './refuse-size.ts';

/** What is not taken, inside where it was found. Shared between places, so ways are not joined yet. */
export interface Findings {
  readonly found: readonly (OwnDifference | { readonly steps: Steps; readonly inner: Findings })[];
}

const GREATEST_COUNT = 100_000;
const GREATEST_LENGTH = 5_000_000;

/**
 * Writes findings out with the whole way to each.
 *
 * @throws SchemaError `too_large` where there are too many
 */
export function tellDifferences(findings: Findings): OwnDifference[] {
  const told: OwnDifference[] = [];
  let length = 0;
  const open: { steps: Steps; findings: Findings; next: number }[] = [
    { steps: [], findings, next: 0 },
  ];
  for (let here = open.at(-1); here !== undefined; here = open.at(-1)) {
    const each = here.findings.found[here.next];
    here.next += 1;
    if (each === undefined) {
      open.pop();
      continue;
    }
    const steps = [...here.steps, ...each.steps];
    length += steps.length;
    if (told.length === GREATEST_COUNT) {
      throw refuseSize(`The schemas differ in more than ${GREATEST_COUNT} ways`);
    }
    if (length > GREATEST_LENGTH) throw refuseSize('The schemas differ in too many ways, too deep');
    if ('type' in each) told.push({ type: each.type, steps });
    else open.push({ steps, findings: each.inner, next: 0 });
  }
  return told;
}
