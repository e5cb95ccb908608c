import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import type {
  ProtobufChange,
  ProtobufDifference,
} from '../../structural-difference/protobuf/protobuf-change.ts';
import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { AcceptingLevel, Danger, DangerRuleDescription } from '../dangerous-change.ts';

/** What a rule knows besides the change that it judges. */
export interface ChangeContext {
  readonly comparison: ProtobufDifference['comparison'];
  /** The levels at which a registry takes one field for another, in the message of the change. */
  levels(
    change: ProtobufChange,
    was: FieldPlace | undefined,
    is: FieldPlace | undefined,
  ): AcceptingLevel[];
  /** Whether a registry looks at a field: it does not at groups and extensions. */
  isUnseen(change: ProtobufChange): boolean;
  /** The fields that a message had before, by number. */
  oldFields(change: ProtobufChange): ReadonlyMap<number, FieldPlace>;
  /** The fields that it has now. */
  newFields(change: ProtobufChange): ReadonlyMap<number, FieldPlace>;
  /** Whether two names of fields or symbols may be of the same thing. */
  alike(before: string, after: string): boolean;
  /** The messages that count as another one of their list after this change, if it is the first of its list. */
  shiftedBy(change: ProtobufChange): readonly string[];
}

/** A rule about Protobuf: a row of the table. */
export interface ProtobufDangerRule extends Omit<DangerRuleDescription, 'appliesTo'> {
  /** The changes that it judges. */
  kinds: readonly StructuralChangeKind[];
  judge(change: ProtobufChange, context: ChangeContext): Danger | undefined;
}
