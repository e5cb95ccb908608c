export type { Change, SettingOwner, VersionToWrite } from './compare/change.ts';
export type { CompareOptions } from './compare/compare-snapshots.ts';
export { compareSnapshots } from './compare/compare-snapshots.ts';
export type {
  AffectedVersion,
  ComparedDifference,
  ComparedSide,
  ComparisonState,
  ComparisonSummary,
  ConfigField,
  ContentPart,
  ContextComparison,
  DifferenceKind,
  NamePair,
  NotCompared,
  Side,
  SnapshotComparison,
  SubjectComparison,
  Tally,
  UnknownDifference,
  VersionFacts,
} from './compare/comparison.ts';
export type { CompatibilityReason, CompatibilityVerdict } from './compatibility-verdict.ts';
export type { SnapshotParts } from './create-snapshot.ts';
export { createSnapshot } from './create-snapshot.ts';
export type { DependencyGraphOptions } from './dependency-graph/choose-part.ts';
export type { DanglingReference } from './dependency-graph/dangling-reference.ts';
export type {
  DependencyGraph,
  DependencyNode,
  DependencyReference,
} from './dependency-graph/dependency-graph.ts';
export { dependencyGraph } from './dependency-graph/dependency-graph.ts';
export type { Dependencies, Dependency } from './dependency-graph/find-dependencies.ts';
export { findDependencies } from './dependency-graph/find-dependencies.ts';
export type { MermaidOptions } from './dependency-graph/graph-as-mermaid.ts';
export { graphAsMermaid } from './dependency-graph/graph-as-mermaid.ts';
export type { RegistrationOrder } from './dependency-graph/registration-order.ts';
export { registrationOrder } from './dependency-graph/registration-order.ts';
export type { DiffFacts, DiffSide, SchemaVersionsDiff } from './diff-schemas.ts';
export { diffSchemaVersions } from './diff-schemas.ts';
export type { ConfigSource } from './effective-config.ts';
export type {
  SubjectEvolution,
  SubjectEvolutionPlan,
  SubjectEvolutionStep,
  SubjectStepSequence,
} from './evolution.ts';
export { analyzeSubjectEvolution, planSubjectEvolution } from './evolution.ts';
export type { ReadSnapshotOptions } from './file/read-snapshot.ts';
export { readSnapshot } from './file/read-snapshot.ts';
export { writeSnapshot } from './file/write-snapshot.ts';
export type {
  Conflict,
  ConflictingVersion,
  ConflictKind,
  SchemaConflicts,
  UnknownConflict,
} from './find-conflicts/conflict.ts';
export type { FindConflictsOptions } from './find-conflicts/find-conflicts.ts';
export { findConflicts } from './find-conflicts/find-conflicts.ts';
export type { FindMissingOptions } from './find-missing/find-missing.ts';
export { findMissing } from './find-missing/find-missing.ts';
export type {
  MissingSchemas,
  MissingVersion,
  NeededReference,
} from './find-missing/missing-schemas.ts';
export type { EvolutionCandidate, EvolutionFacts, EvolutionOptions } from './read-evolution.ts';
export { referencedSubject } from './referenced-subject.ts';
export type { MissingReference } from './resolve-references.ts';
export type { ContentHit, NotSearched, SearchHit, SearchResult } from './search/search-hit.ts';
export type {
  RegexQuery,
  SearchQuery,
  SearchTarget,
  StructureQuery,
  TextQuery,
} from './search/search-query.ts';
export type { SearchOptions } from './search/search-schemas.ts';
export { searchSchemas } from './search/search-schemas.ts';
export type {
  ReadParts,
  Snapshot,
  SnapshotContext,
  SnapshotDetail,
  SnapshotScope,
  SnapshotSubject,
  SnapshotTexts,
  SnapshotVersion,
  Unreadable,
} from './snapshot.ts';
export type { SnapshotErrorCode } from './snapshot-error.ts';
export { isSnapshotError, SnapshotError } from './snapshot-error.ts';
export type { SnapshotProgress } from './snapshot-progress.ts';
export type { ReferenceStatistics } from './statistics/count-references.ts';
export type { SettingStatistics } from './statistics/count-settings.ts';
export type { Growth, GrowthPeriod, GrowthUnit } from './statistics/growth.ts';
export type {
  ContextStatistics,
  RegistryStatistics,
  SchemaTypeStatistics,
  StatisticsOptions,
} from './statistics/registry-statistics.ts';
export { registryStatistics } from './statistics/registry-statistics.ts';
export type { Sizes } from './statistics/sizes.ts';
export type { TakeSnapshotOptions } from './take-snapshot.ts';
export { takeSnapshot } from './take-snapshot.ts';
export type { TextStore } from './text-store.ts';
