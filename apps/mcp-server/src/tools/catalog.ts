import { compareContextsAcrossRegistries } from './comparison/compare-contexts-across-registries.ts';
import { compareRegistries } from './comparison/compare-registries.ts';
import { compareSubjectsAcrossRegistries } from './comparison/compare-subjects-across-registries.ts';
import { diffSchemaAcrossRegistries } from './comparison/diff-schema-across-registries.ts';
import { findMissingSchemas } from './comparison/find-missing-schemas.ts';
import { findSchemaConflicts } from './comparison/find-schema-conflicts.ts';
import { analyzeSchemaEvolution } from './compatibility/analyze-schema-evolution.ts';
import { checkCompatibility } from './compatibility/check-compatibility.ts';
import { diffSchemas } from './compatibility/diff-schemas.ts';
import { generateExampleMessage } from './compatibility/generate-example-message.ts';
import { suggestEvolutionStrategy } from './compatibility/suggest-evolution-strategy.ts';
import { suggestSchemaImprovements } from './compatibility/suggest-schema-improvements.ts';
import { validateMessage } from './compatibility/validate-message.ts';
import { addSubjectAlias } from './configuration/add-subject-alias.ts';
import { deleteSubjectAlias } from './configuration/delete-subject-alias.ts';
import { deleteSubjectConfig } from './configuration/delete-subject-config.ts';
import { getGlobalConfig } from './configuration/get-global-config.ts';
import { getMode } from './configuration/get-mode.ts';
import { getSubjectConfig } from './configuration/get-subject-config.ts';
import { getSubjectMode } from './configuration/get-subject-mode.ts';
import { updateGlobalConfig } from './configuration/update-global-config.ts';
import { updateMode } from './configuration/update-mode.ts';
import { updateSubjectConfig } from './configuration/update-subject-config.ts';
import { updateSubjectMode } from './configuration/update-subject-mode.ts';
import { clearContextBatch } from './contexts/clear-context-batch.ts';
import { clearMultipleContextsBatch } from './contexts/clear-multiple-contexts-batch.ts';
import { createContext } from './contexts/create-context.ts';
import { deleteContext } from './contexts/delete-context.ts';
import { listContexts } from './contexts/list-contexts.ts';
import type { Tool } from './define-tool.ts';
import { getRegistryInfo } from './registries/get-registry-info.ts';
import { listRegistries } from './registries/list-registries.ts';
import { switchDefaultRegistry } from './registries/switch-default-registry.ts';
import { testAllRegistries } from './registries/test-all-registries.ts';
import { testRegistryConnection } from './registries/test-registry-connection.ts';
import { deleteSchemaVersion } from './schemas/delete-schema-version.ts';
import { getReferencedBy } from './schemas/get-referenced-by.ts';
import { getSchema } from './schemas/get-schema.ts';
import { getSchemaById } from './schemas/get-schema-by-id.ts';
import { getSchemaVersions } from './schemas/get-schema-versions.ts';
import { getSubjectsBySchemaId } from './schemas/get-subjects-by-schema-id.ts';
import { lookupSchema } from './schemas/lookup-schema.ts';
import { registerSchema } from './schemas/register-schema.ts';
import { countContexts } from './statistics/count-contexts.ts';
import { countSchemaVersions } from './statistics/count-schema-versions.ts';
import { countSchemas } from './statistics/count-schemas.ts';
import { getDependencyGraph } from './statistics/get-dependency-graph.ts';
import { getRegistryStatistics } from './statistics/get-registry-statistics.ts';
import { deleteSubject } from './subjects/delete-subject.ts';
import { listSubjects } from './subjects/list-subjects.ts';
import { searchSchemas } from './subjects/search-schemas.ts';
import { cancelTask } from './tasks/cancel-task.ts';
import { getTaskProgress } from './tasks/get-task-progress.ts';
import { listAllActiveTasks } from './tasks/list-all-active-tasks.ts';
import { queueTasks } from './tasks/queue-tasks.ts';

/** Every tool, in the order in which they are listed. */
export const catalog: readonly Tool[] = [
  listRegistries,
  getRegistryInfo,
  testRegistryConnection,
  testAllRegistries,
  switchDefaultRegistry,
  listContexts,
  createContext,
  deleteContext,
  clearContextBatch,
  clearMultipleContextsBatch,
  listSubjects,
  getSchema,
  getSchemaVersions,
  getSchemaById,
  getSubjectsBySchemaId,
  getReferencedBy,
  countContexts,
  countSchemas,
  countSchemaVersions,
  getRegistryStatistics,
  searchSchemas,
  getDependencyGraph,
  compareRegistries,
  compareContextsAcrossRegistries,
  compareSubjectsAcrossRegistries,
  diffSchemaAcrossRegistries,
  findMissingSchemas,
  findSchemaConflicts,
  checkCompatibility,
  diffSchemas,
  analyzeSchemaEvolution,
  suggestEvolutionStrategy,
  suggestSchemaImprovements,
  validateMessage,
  generateExampleMessage,
  lookupSchema,
  registerSchema,
  deleteSubject,
  deleteSchemaVersion,
  getGlobalConfig,
  updateGlobalConfig,
  getSubjectConfig,
  updateSubjectConfig,
  deleteSubjectConfig,
  getMode,
  updateMode,
  getSubjectMode,
  updateSubjectMode,
  addSubjectAlias,
  deleteSubjectAlias,
  getTaskProgress,
  listAllActiveTasks,
  cancelTask,
  queueTasks,
];
