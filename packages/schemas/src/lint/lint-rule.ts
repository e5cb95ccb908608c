import type { SchemaType } from '../parsed-schema.ts';
import type { Severity } from '../severity.ts';

/** How loud a rule is, or that it is not asked. */
export type LintLevel = Severity | 'off';

/** What a rule is about. */
export type LintGroup = 'naming' | 'documentation' | 'evolution' | 'logical-types' | 'structure';

/** A rule, to document it and to switch it. */
export interface LintRuleDescription {
  id: string;
  group: LintGroup;
  /** Unless `rules` says otherwise. */
  severity: LintLevel;
  /** One sentence: what it wants. */
  summary: string;
  /** Types of schema that it looks at. */
  appliesTo: readonly SchemaType[];
}

/** Something in a schema that could be better. */
export interface LintFinding {
  /** Id of the rule, one of {@link lintRules}. */
  rule: string;
  severity: Severity;
  /** As in {@link SchemaField}; empty for the schema itself. */
  path: string;
  /** What is wrong, and what comes of it. */
  message: string;
  /** What to write instead. */
  suggestion: string;
}

/** What a rule says about one place. */
export type Complaint = Omit<LintFinding, 'rule' | 'severity'>;

/** A rule: a row of the table of its type of schema. */
export interface LintRule<Linted> extends Omit<LintRuleDescription, 'appliesTo'> {
  check(linted: Linted): Iterable<Complaint>;
}
