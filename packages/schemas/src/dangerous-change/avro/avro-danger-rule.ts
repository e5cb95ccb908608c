import type { AvroChange } from '../../structural-difference/avro/avro-change.ts';
import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { Danger, DangerRuleDescription } from '../dangerous-change.ts';
import type { Lookalike } from './find-lookalikes.ts';

/** What a rule knows besides the change that it judges. */
export interface ChangeContext {
  /** The added field that a removed one seems to have become. */
  becameOf(removed: AvroChange): Lookalike | undefined;
  /** The changes of namespace like this one, if it is the first of them. */
  sameMoves(change: AvroChange): readonly AvroChange[];
}

/** A rule about Avro: a row of the table. */
export interface AvroDangerRule extends Omit<DangerRuleDescription, 'appliesTo'> {
  /** The changes that it judges. */
  kinds: readonly StructuralChangeKind[];
  judge(change: AvroChange, context: ChangeContext): Danger | undefined;
}
