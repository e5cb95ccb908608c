import type { Severity } from '../severity.ts';
import type { AvroChange } from '../structural-difference/avro-change.ts';
import type { StructuralChangeKind } from '../structural-difference/structural-change.ts';
import type { Lookalike } from './find-lookalikes.ts';

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
}

/** What a rule knows besides the change that it judges. */
export interface ChangeContext {
  /** The added field that a removed one seems to have become. */
  becameOf(removed: AvroChange): Lookalike | undefined;
  /** The changes of namespace like this one, if it is the first of them. */
  sameMoves(change: AvroChange): readonly AvroChange[];
}

/** What a rule says of a change. */
export type Danger = Omit<DangerousChange, 'rule' | 'path' | 'severity'> & {
  /** @default the rule's */
  severity?: Severity;
};

/** A rule: a row of the table. */
export interface DangerRule extends DangerRuleDescription {
  /** The changes that it judges. */
  kinds: readonly StructuralChangeKind[];
  judge(change: AvroChange, context: ChangeContext): Danger | undefined;
}
