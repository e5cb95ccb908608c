import type { ValueFacts } from '../../field-walk/json/value-facts.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonChange } from '../../structural-difference/json/json-change.ts';
import type { StructuralChangeKind } from '../../structural-difference/structural-change.ts';
import type { Danger, DangerRuleDescription } from '../dangerous-change.ts';
import type { Acceptance } from './accepting-levels.ts';
import type { Lookalike } from './find-lookalikes.ts';

/** What a rule knows besides the change that it judges. */
export interface ChangeContext {
  /** Whether the registry's policy is LENIENT, by which an open object may get properties. */
  readonly isLenient: boolean;
  /** What a registry takes of this change alone. */
  acceptanceOf(change: JsonChange): Acceptance;
  /** What the older or the newer schema says of a value. */
  oldFacts(place: SchemaPlace | undefined): ValueFacts | undefined;
  newFacts(place: SchemaPlace | undefined): ValueFacts | undefined;
  /** The added property that a removed one seems to have become. */
  becameOf(removed: JsonChange): Lookalike | undefined;
  /** Whether a removed property seems to have become this added one. */
  isNewName(added: JsonChange): boolean;
  /** What a registry takes of one property in the place of another. */
  acceptanceOfRename(removed: JsonChange, added: JsonChange): Acceptance;
  /** The changes of the same kind to the same keyword of the same schema, this one included. */
  alike(change: JsonChange): readonly JsonChange[];
  /** Those of them that a rule is about. */
  chosenAlike(change: JsonChange, isChosen: (change: JsonChange) => boolean): readonly JsonChange[];
  /** Why the default of the newer schema does not fit any more, where the older one's did. */
  newlyUnfitDefault(change: JsonChange): string | undefined;
  /** What in the newer schema is read otherwise than in the draft of the older. */
  otherMeanings(): readonly string[];
  /** Whether a reference leads elsewhere than before, both being references. */
  isRetargeted(change: JsonChange): boolean;
  /** The tags that a value does not have any more. */
  lostTags(change: JsonChange): readonly string[];
}

/** A rule about JSON Schema: a row of the table. */
export interface JsonDangerRule extends Omit<DangerRuleDescription, 'appliesTo'> {
  /** The changes that it judges. */
  kinds: readonly StructuralChangeKind[];
  judge(change: JsonChange, context: ChangeContext): Danger | undefined;
}
