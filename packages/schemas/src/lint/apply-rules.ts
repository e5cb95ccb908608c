import type { LintFinding, LintLevel, LintRule } from './lint-rule.ts';

/** Asks each rule at its own level, or at the one that `levels` gives it. */
export function applyRules<Linted>(
  table: readonly LintRule<Linted>[],
  linted: Linted,
  levels: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  return table.flatMap(({ id, severity: usual, check }) => {
    const severity = Object.hasOwn(levels, id) ? (levels[id] ?? usual) : usual;
    if (severity === 'off') return [];
    return Array.from(check(linted), (complaint) => ({ rule: id, severity, ...complaint }));
  });
}
