import { nearestName } from '@srkit/registries';
import type { LintFinding, LintLevel, Severity } from '@srkit/schemas';
import type { KnownSchema } from '../reading/known-schema.ts';
import { ToolError } from '../tool-error.ts';
import { type DangerWarning, dangersAt } from './dangers-at.ts';

/** How many findings there are of each severity. */
export type SeverityCounts = Record<Severity, number>;

const ranks = { info: 0, warning: 1, error: 2 } as const satisfies Record<Severity, number>;

/** Which findings a call wants. */
export interface ImprovementOptions {
  minSeverity: Severity;
  /** Ids of rules that are not asked. */
  ignored: readonly string[];
}

/** What could be better in a schema, and what was dangerous in the step to it. */
export interface Improvements {
  findings: LintFinding[];
  by_severity: SeverityCounts;
  evolution?: DangerWarning[];
  total_evolution?: number;
}

/**
 * Finds what could be better, the worst first.
 *
 * @param previous the version before it, if it has one
 * @throws ToolError `invalid_arguments` for a rule that there is not
 */
export async function findImprovements(
  { parsed }: KnownSchema,
  previous: KnownSchema | undefined,
  { minSeverity, ignored }: ImprovementOptions,
): Promise<Improvements> {
  const { dangerRules, lintRules, lintSchema } = await import('@srkit/schemas');
  requireRules(ignored, [...lintRules, ...dangerRules]);
  const wanted = ({ severity, rule }: { severity: Severity; rule: string }) =>
    ranks[severity] >= ranks[minSeverity] && !ignored.includes(rule);
  const rules = Object.fromEntries(ignored.map((id): [string, LintLevel] => [id, 'off']));
  const findings = worstFirst(lintSchema(parsed, { rules }).filter(wanted));
  const improvements = { findings, by_severity: countEach(findings) };
  if (previous === undefined) return improvements;
  const dangers = await dangersAt('NONE', previous.parsed, parsed);
  const evolution = worstFirst(dangers.filter(wanted));
  return { ...improvements, evolution, total_evolution: evolution.length };
}

function requireRules(ids: readonly string[], rules: readonly { id: string }[]): void {
  const known = rules.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const written = unknown.slice(0, 100);
  const nearest = nearestName(written, known);
  throw new ToolError(
    'invalid_arguments',
    `There is no rule ${JSON.stringify(written)}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    { rules: known },
  );
}

function worstFirst<Finding extends { severity: Severity }>(found: Finding[]): Finding[] {
  return found.sort((one, other) => ranks[other.severity] - ranks[one.severity]);
}

function countEach(findings: readonly LintFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
