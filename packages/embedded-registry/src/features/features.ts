import { type ConfluentVersion, isSince } from './confluent-version.ts';

/**
 * What came with which release: the first one of each branch that has it, oldest first. This table is the only place that
 * knows releases; everything else asks for a feature.
 */
const firstReleases = {
  normalizeParameter: '7.1.0',

  serverVersion: '7.2.0',
  deleteGlobalConfig: '7.2.0',

  schemaTextById: '7.3.0',

  metadata: '7.4.0',
  ruleSets: '7.4.0',
  latestWithMetadata: '7.4.0',
  compatibilityGroup: '7.4.0',
  /** Settings of `:.__GLOBAL:` hold for every context. */
  globalContext: '7.4.0',
  deletedOnly: '7.4.0',

  alias: '7.5.0',
  normalizeConfig: '7.5.0',
  tags: '7.5.0',
  /** A registration answers with the version, and not with its id alone. */
  fullRegistrationAnswer: '7.5.0',
  dekRegistry: '7.5.0',

  ruleType: '7.6.0',
  validateFields: '7.6.0',

  findTags: '7.7.0',
  listAliases: '7.7.0',
  validateRules: '7.7.0',

  pagesOfSubjects: '7.9.0',

  guids: '8.0.0',
  /** Answers say when a version was registered, and whether it is deleted. */
  tsAndDeleted: '8.0.0',
  /** Answers by id name a subject and a version that has it. */
  placeById: '8.0.0',
  /** Answers name the type of a schema where it is AVRO too. */
  schemaTypeOfAvro: '8.0.0',
  pagesOfContexts: '8.0.0',

  deleteContext: '8.0.1',
  encodingRules: '8.0.1',

  referenceFormat: '8.1.0',
  deployment: '8.1.0',

  forwardMode: '7.9.6/8.1.0',
  deleteGlobalMode: '7.9.5/8.0.3/8.1.1',
  deleteModeRecursively: '7.9.6/8.0.3/8.1.1',
  contextPrefix: '7.9.6/8.0.3/8.1.1',
  compatibilityPolicy: '8.0.3/8.1.1',
  /** An incompatible schema is refused with 40901; with 409 before. */
  incompatibleNumber: '8.0.4/8.1.2',
  /** READONLY_OVERRIDE is READONLY by another name; on `/mode`, it overrode the modes of everything else before. */
  overrideIsReadOnly: '8.0.4/8.1.2',
  validateNewSchemas: '8.0.4/8.1.2',
  dekRewrap: '7.9.6/8.0.4/8.1.2',
  aliasForDeks: '8.0.4/8.1.2/8.2.2',
  associations: '8.0.4/8.1.2/8.2.0',
  /** There is `associations:batchGet`, and `associations:batchMutate` for what was `associations:batch` before. */
  associationBatches: '8.0.6/8.1.4/8.2.2',
  deletedAsNegative: '8.0.6/8.1.4/8.2.0',
  enableAt: '8.0.6/8.1.4/8.2.2',
} as const satisfies Readonly<Record<string, string>>;

/** Something that some releases have and others have not. */
export type Feature = keyof typeof firstReleases;

/** What a release has. */
export type Features = Readonly<Record<Feature, boolean>>;

/** Tells what a release has. One that is newer than all that are known has everything. */
export function featuresOf(version: ConfluentVersion): Features {
  const known = Object.entries(firstReleases).map(([feature, firsts]) => [
    feature,
    isSince(version, firsts),
  ]);
  return Object.fromEntries(known) as Features;
}
