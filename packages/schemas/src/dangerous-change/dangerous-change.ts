import type { SchemaType } from '../parsed-schema.ts';
import type { Severity } from '../severity.ts';

/** A level at which a registry looks at one earlier version. */
export type AcceptingLevel = 'BACKWARD' | 'FORWARD' | 'FULL';

/** A change that a registry takes although it corrupts, loses or later blocks data. */
export interface DangerousChange {
  /** Id of the rule, one of {@link dangerRules}. */
  rule: string;
  severity: Severity;
  /** As in {@link StructuralChange}. */
  path: string;
  /** What happens to data. */
  message: string;
  /** What to do. */
  advice: string;
  /** The levels at which this change alone is compatible. */
  acceptedAt: AcceptingLevel[];
}

/** What a rule looks for. */
export interface DangerRuleDescription {
  id: string;
  /** The greatest that its findings have. */
  severity: Severity;
  /** One sentence. */
  summary: string;
  /** Types of schema that it looks at. */
  appliesTo: readonly SchemaType[];
}

/** What a rule says of a change. */
export type Danger = Omit<DangerousChange, 'rule' | 'path' | 'severity'> & {
  /** @default the rule's */
  severity?: Severity;
};
