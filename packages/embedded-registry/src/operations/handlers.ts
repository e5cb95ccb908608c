import type { ExporterOperation, Operation } from '@srkit/registry-protocol';
import type { Edition } from '../registry.ts';
import {
  changeAssociationsInBatch,
  getAssociationsInBatch,
} from './associations/batch-associations.ts';
import {
  createAssociations,
  deleteAssociations,
  upsertAssociations,
} from './associations/change-associations.ts';
import {
  listAssociationsOfResource,
  listAssociationsOfResourceId,
  listAssociationsOfSubject,
} from './associations/list-associations.ts';
import type { Handler } from './call.ts';
import { checkWithAll, checkWithVersion } from './compatibility.ts';
import { deleteConfig, getConfig, updateConfig } from './config.ts';
import { deleteContext, listContexts } from './contexts.ts';
import { dekHandlers } from './dek-registry/handlers.ts';
import { exporterHandlers } from './exporters.ts';
import { deleteMode, getMode, updateMode } from './mode.ts';
import {
  getSchemaByGuid,
  getSchemaById,
  getSchemaTextById,
  listIdsByGuid,
  listSchemas,
  listSchemaTypes,
  listSubjectsById,
  listVersionsById,
} from './schemas.ts';
import { getClusterId, getDeployment, getVersionOfServer, root } from './server.ts';
import { latestWithMetadata, listSubjects, lookUp, removeSubject } from './subjects.ts';
import { tagVersion } from './tag-version.ts';
import {
  getSchemaText,
  getVersion,
  listReferencedBy,
  listVersions,
  register,
  removeVersion,
} from './versions.ts';

/** What this registry does not offer: to it these paths do not exist. */
type Absent = ExporterOperation;

/** What answers each operation; a new route does not compile until it has a row here, or is absent on purpose. */
const handlers: Readonly<Record<Exclude<Operation, Absent>, Handler>> = {
  getRoot: root,
  postRoot: root,
  getServerClusterId: getClusterId,
  getServerVersion: getVersionOfServer,
  getServerDeployment: getDeployment,
  listSchemas,
  listSchemaTypes,
  getSchemaById,
  getSchemaTextById,
  listSubjectsById,
  listVersionsById,
  getSchemaByGuid,
  listIdsByGuid,
  listSubjects,
  lookUpSchema: lookUp,
  deleteSubject: removeSubject,
  getLatestWithMetadata: latestWithMetadata,
  listVersions,
  registerSchema: register,
  getVersion,
  deleteVersion: removeVersion,
  tagVersion,
  getSchemaText,
  listReferencedBy,
  checkCompatibility: checkWithVersion,
  checkCompatibilityWithAll: checkWithAll,
  getGlobalConfig: getConfig,
  updateGlobalConfig: updateConfig,
  deleteGlobalConfig: deleteConfig,
  getSubjectConfig: getConfig,
  updateSubjectConfig: updateConfig,
  deleteSubjectConfig: deleteConfig,
  getGlobalMode: getMode,
  updateGlobalMode: updateMode,
  deleteGlobalMode: deleteMode,
  getSubjectMode: getMode,
  updateSubjectMode: updateMode,
  deleteSubjectMode: deleteMode,
  listContexts,
  deleteContext,
  createAssociations,
  upsertAssociations,
  deleteAssociations,
  getAssociationsInBatch,
  changeAssociationsInBatch,
  listAssociationsOfSubject,
  listAssociationsOfResourceId,
  listAssociationsOfResource,
  ...dekHandlers,
};

const byOperation: ReadonlyMap<string, Handler> = new Map(Object.entries(handlers));

const byOperationOfEnterprise: ReadonlyMap<string, Handler> = new Map(
  Object.entries(exporterHandlers),
);

/** What answers an operation in an edition; undefined for one that is not offered. */
export function handlerOf(operation: Operation, edition: Edition): Handler | undefined {
  const ofEnterprise =
    edition === 'enterprise' ? byOperationOfEnterprise.get(operation) : undefined;
  return ofEnterprise ?? byOperation.get(operation);
}
