export { parsingCanonicalForm } from './avro/canonical-form.ts';
export type { Incompatibility, IncompatibilityType } from './avro/difference/incompatibility.ts';
export { checkReaderWriter } from './avro/difference/reader-writer.ts';
export type { FingerprintAlgorithm } from './avro/fingerprint.ts';
export { fingerprint, fingerprint64 } from './avro/fingerprint.ts';
export type {
  AvroArray,
  AvroEnum,
  AvroField,
  AvroFixed,
  AvroMap,
  AvroName,
  AvroNamedType,
  AvroPrimitive,
  AvroPrimitiveName,
  AvroProperties,
  AvroRecord,
  AvroType,
  AvroUnion,
} from './avro/model.ts';
export { normalizeAvro } from './avro/normalise.ts';
export { parseAvro } from './avro/parse.ts';
export { printAvro } from './avro/print.ts';
export { sameCompatibilityGroup } from './compatibility/compatibility-group.ts';
export type {
  CompatibilityLevel,
  CompatibilityPolicy,
  Difference,
  Direction,
} from './compatibility/difference.ts';
export type { SchemaMetadata } from './compatibility/metadata.ts';
export type { ComparedVersions } from './compatibility/verbose-messages.ts';
export { renderVerboseMessages } from './compatibility/verbose-messages.ts';
export type {
  CompatibilityOptions,
  CompatibilityResult,
  PreviousSchema,
  VersionFailure,
} from './compatibility.ts';
export { checkCompatibility } from './compatibility.ts';
export { dangerRules } from './dangerous-change/danger-rules.ts';
export type {
  AcceptingLevel,
  DangerousChange,
  DangerRuleDescription,
} from './dangerous-change/dangerous-change.ts';
export type { DangerOptions } from './dangerous-change/find-dangerous-changes.ts';
export { findDangerousChanges } from './dangerous-change/find-dangerous-changes.ts';
export type { DescribedNames } from './describe-names.ts';
export { describeNames } from './describe-names.ts';
export type { AnalyzeEvolutionOptions } from './evolution/analyze-evolution.ts';
export { analyzeEvolution } from './evolution/analyze-evolution.ts';
export type {
  ChangeSet,
  DirectionAnswer,
  EvolutionAnalysis,
  PastStep,
  VersionComparison,
} from './evolution/evolution-analysis.ts';
export type {
  EvolutionPlan,
  EvolutionStep,
  OtherWay,
  StepProof,
  StepSequence,
  TargetObstacle,
  UnreachableTarget,
} from './evolution/evolution-plan.ts';
export type { SubjectVersions, UnreadableVersion } from './evolution/evolution-question.ts';
export type { EvolutionVerdict } from './evolution/evolution-verdict.ts';
export type { PlanEvolutionOptions } from './evolution/plan-evolution.ts';
export { planEvolution } from './evolution/plan-evolution.ts';
export type { UpgradeOrder } from './evolution/upgrade-order.ts';
export { describeTypes } from './field-walk/describe-types.ts';
export type {
  FieldTarget,
  SchemaField,
  SchemaTypeDescription,
  WalkOptions,
  WrittenLogicalType,
} from './field-walk/schema-field.ts';
export { walkFields } from './field-walk/walk-fields.ts';
export type {
  LintFinding,
  LintGroup,
  LintLevel,
  LintRuleDescription,
} from './lint/lint-rule.ts';
export { lintRules } from './lint/lint-rules.ts';
export type { LintOptions } from './lint/lint-schema.ts';
export { lintSchema } from './lint/lint-schema.ts';
export type { LosslessJsonOptions } from './lossless-json/parse.ts';
export { parseLosslessJson } from './lossless-json/parse.ts';
export type { PrintLosslessJsonOptions } from './lossless-json/print.ts';
export { printLosslessJson } from './lossless-json/print.ts';
export type { JsonNumber, JsonObject, JsonValue } from './lossless-json/value.ts';
export { normalizeSchema, parseSchema, resolveSchema } from './parse-schema.ts';
export type {
  AvroSchema,
  JsonSchema,
  ParsedSchema,
  ParseOptions,
  ProtobufSchema,
  ReferencedSchema,
  SchemaType,
} from './parsed-schema.ts';
export { serializeProtobuf } from './protobuf/descriptor/serialize.ts';
export { ignoreProtobufExtensions } from './protobuf/ignore-extensions.ts';
export type {
  ProtoEnum,
  ProtoEnumConstant,
  ProtoExtension,
  ProtoExtensionRange,
  ProtoField,
  ProtoFile,
  ProtoGroup,
  ProtoImport,
  ProtoMessage,
  ProtoOneof,
  ProtoOption,
  ProtoOptionEntry,
  ProtoOptionValue,
  ProtoRange,
  ProtoReserved,
  ProtoRpc,
  ProtoService,
  ProtoType,
} from './protobuf/model.ts';
export type { SchemaErrorCode, SchemaErrorFacts } from './schema-error.ts';
export { isSchemaError, SchemaError } from './schema-error.ts';
export type { Severity } from './severity.ts';
export { diffSchemas } from './structural-difference/diff-schemas.ts';
export type {
  StructuralChange,
  StructuralChangeKind,
} from './structural-difference/structural-change.ts';
export type { TagChanges } from './tags/change-tags.ts';
export { changeTags } from './tags/change-tags.ts';
export { findTaggedEntities } from './tags/find-tagged-entities.ts';
export type { SchemaEntity, SchemaEntityType, TaggedEntity } from './tags/tagged-entity.ts';
export type { ValueProblem } from './values/value-problem.ts';
