import type { CompatibilityLevel, Difference } from '../compatibility/difference.ts';
import type { ChangeSet } from './evolution-analysis.ts';
import type { UpgradeOrder } from './upgrade-order.ts';

/** One schema to register on the way. */
export interface EvolutionStep extends ChangeSet {
  /** The version that it gets, if nobody registers anything in between. */
  version: number;
  /** The text to register. Only the target has all its own spelling; others are written as a registry stores them. */
  schema: string;
  /** Names of the references that it needs, in dependency order: those of the target and of the newest version. */
  references: string[];
  /** Whether this is the target itself. */
  isTarget: boolean;
  /** What it does and why, a sentence each. */
  why: string[];
  /** Who gets it first. */
  upgrade: UpgradeOrder;
  /** What to do, in order: what to wait for, whom to upgrade, a sentence each. */
  rollout: string[];
  /** Earlier versions, steps among them, whose data it does not read. */
  cannotRead: number[];
  /** Earlier versions, steps among them, that do not read its data. */
  cannotBeReadBy: number[];
  /** What the checker said. There are no steps that it refuses. */
  proof: StepProof;
}

/** That a step may be registered after those before it. */
export interface StepProof {
  level: CompatibilityLevel;
  compatible: true;
  /** What it was compared with, the newest first; steps count as versions. */
  versions: number[];
}

/** An earlier version that the target itself does not fit. */
export interface TargetObstacle {
  version: number;
  differences: Difference[];
}

/** What else would do, beside registering the steps. */
export interface OtherWay {
  kind:
    | 'other_level'
    | 'lenient_policy'
    | 'own_file'
    | 'new_subject'
    | 'compatibility_group'
    | 'level_none_once';
  /** What to do and what it costs, in a few sentences. */
  message: string;
}

/** Why the target cannot be reached. */
export interface UnreachableTarget {
  /** Whether no steps whatever can lead to it. Otherwise none were found. */
  proven: boolean;
  message: string;
}

/** Some steps that each pass. */
export interface StepSequence {
  steps: EvolutionStep[];
  /** What the last step ends in that is no target: what is still missing for it. Empty where it is the target. */
  stillMissing: ChangeSet;
}

/** How to get to a schema. */
export interface EvolutionPlan extends StepSequence {
  level: CompatibilityLevel;
  /** Whether the last step is the target. */
  reaches: boolean;
  /** Whether the target passes at once; there is one step then. */
  direct: boolean;
  /** The version that the target is already. There are no steps then: registering it again makes no new version. */
  already?: number;
  /** Why the target does not pass at once: the versions that the level compares with. */
  obstacles: TargetObstacle[];
  /** Where it is not reached. */
  unreachable?: UnreachableTarget;
  /** Other steps, to a schema that still reads what was written before the target's names or types. */
  keepingData?: StepSequence;
  /** Where the target does not pass at once. */
  otherWays: OtherWay[];
}
