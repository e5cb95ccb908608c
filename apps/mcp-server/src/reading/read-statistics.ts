import type { RegistryClient } from '@srkit/registry-client';
import { type ContextName, everyContext } from '@srkit/registry-protocol';
import type { GrowthUnit, RegistryStatistics } from '@srkit/snapshot';
import { answerWords } from '../present/answer-words.ts';
import { type ReadingCall, withSnapshot } from './with-snapshots.ts';

/** What is asked of statistics. */
export interface StatisticsQuestion {
  /** How long the lists of what is largest, and of what there is most of, are. */
  top: number;
  growthUnit: GrowthUnit;
  /** Whether to read the configurations and modes too: two requests for each subject. */
  configs: boolean;
}

/** Reads every version of a registry, or of one context, and counts. */
export async function readStatistics(
  { client, context }: { client: RegistryClient; context: ContextName },
  { top, growthUnit, configs }: StatisticsQuestion,
  call: ReadingCall,
) {
  const request = {
    client,
    scope: context === everyContext ? {} : { contexts: [context] },
    detail: 'versions',
    includeDeleted: true,
    includeConfigs: configs,
  } as const;
  return withSnapshot(request, call, (snapshot, { registryStatistics }) =>
    answerOf(registryStatistics(snapshot, { top, growthUnit })),
  );
}

/** With the names that other tools give the same numbers. */
function answerOf(statistics: RegistryStatistics) {
  const { softDeleted, sizes, settings, growth, unknown } = statistics;
  const { averageBytes, ...otherSizes } = sizes;
  return {
    read_at: new Date(statistics.readAt).toISOString(),
    total_contexts: statistics.totalContexts,
    total_schemas: statistics.totalSubjects,
    total_versions: statistics.totalVersions,
    avg_versions_per_schema: rounded(statistics.averageVersionsPerSubject ?? 0),
    soft_deleted_subjects: softDeleted?.subjects ?? 0,
    soft_deleted_versions: softDeleted?.versions ?? 0,
    total_schema_ids: statistics.totalSchemaIds,
    distinct_contents: statistics.distinctContents,
    types: statistics.schemaTypes.map(({ subjects, versions, ...type }) => ({
      ...answerWords(type),
      total_schemas: subjects,
      total_versions: versions,
    })),
    contexts: statistics.contexts.map(({ name, subjects, versions, schemaIds, ...rest }) => ({
      context: name,
      total_schemas: subjects,
      total_versions: versions,
      total_schema_ids: schemaIds,
      total_bytes: rest.totalBytes,
      ...(!rest.isComplete && { incomplete: true }),
    })),
    sizes: {
      ...answerWords(otherSizes),
      ...(averageBytes !== undefined && { average_bytes: rounded(averageBytes) }),
    },
    largest: answerWords(statistics.largest),
    most_versions: statistics.mostVersions.map(({ subject, versions }) => ({
      subject,
      total_versions: versions,
    })),
    references: answerWords(statistics.references),
    ...(settings && { settings: answerWords(settings) }),
    growth: answerWords(growth.periods),
    versions_without_time: growth.versionsWithoutTime,
    ...(unknown.length > 0 && { unknown: answerWords(unknown), total_unknown: unknown.length }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
