import type { CompatibilityLevel, Difference } from '../compatibility/difference.ts';
import type { DangerousChange } from '../dangerous-change/dangerous-change.ts';
import type { StructuralChange } from '../structural-difference/structural-change.ts';
import type { EvolutionVerdict } from './evolution-verdict.ts';
import type { UpgradeOrder } from './upgrade-order.ts';

/** Whether one schema reads what was written with another one. */
export interface DirectionAnswer {
  verdict: EvolutionVerdict;
  /** Why not; empty where it does. */
  differences: Difference[];
  /** Why it is unknown. */
  problem?: string;
}

/** The candidate against one version. */
export interface VersionComparison {
  version: number;
  /** Whether the candidate reads the data of this version. */
  backward: DirectionAnswer;
  /** Whether this version reads the data of the candidate. */
  forward: DirectionAnswer;
}

/** What changed from one schema to a later one. */
export interface ChangeSet {
  changes: StructuralChange[];
  /** What corrupts, loses or later blocks data, whatever the level takes. */
  dangers: DangerousChange[];
  /** Why there are no changes and dangers here. */
  problem?: string;
}

/** One step of a subject's past. */
export interface PastStep extends ChangeSet {
  from: number;
  to: number;
  /** Whether `to` reads the data of `from`. */
  backward: EvolutionVerdict;
  /** Whether `from` reads the data of `to`. */
  forward: EvolutionVerdict;
  /** Whether the level that is in force now would have taken it. */
  underLevel: EvolutionVerdict;
  /** Earlier versions that it breaks the level with, the newest first. */
  breaksWith: number[];
}

/** What it means for a subject to go on with a schema. */
export interface EvolutionAnalysis {
  /** The level in force; undefined where nobody knows it. */
  level: CompatibilityLevel | undefined;
  /** What that level says; where it is unknown, so is this. */
  verdict: EvolutionVerdict;
  /** What every level would say. */
  levels: Record<CompatibilityLevel, EvolutionVerdict>;
  /** The newest version; undefined where there is none. */
  latest: number | undefined;
  /** Versions that are the candidate already, the newest first. */
  sameAs: number[];
  /** Since the newest version. */
  sinceLatest: ChangeSet;
  /** Every version, the newest first. */
  versions: VersionComparison[];
  /** Who gets the candidate first, going by the versions that the level compares with. */
  upgrade: UpgradeOrder;
  /** Versions whose data the candidate does not read. */
  cannotRead: number[];
  /** Versions that do not read the candidate's data. */
  cannotBeReadBy: number[];
  /** Every step so far, the oldest first. */
  history: PastStep[];
}
