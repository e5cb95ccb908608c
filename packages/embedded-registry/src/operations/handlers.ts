import type {
  AssociationOperation,
  DekOperation,
  ExporterOperation,
  Operation,
} from '@srkit/registry-protocol';
import type { Handler } from './call.ts';
import { checkWithAll, checkWithVersion } from './compatibility.ts';
import { deleteConfig, getConfig, updateConfig } from './config.ts';
import { deleteContext, listContexts } from './contexts.ts';
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
import {
  getSchemaText,
  getVersion,
  listReferencedBy,
  listVersions,
  register,
  removeVersion,
} from './versions.ts';

/** What this registry does not offer: to it these paths do not exist. */
type Absent = ExporterOperation | DekOperation | AssociationOperation | 'tagVersion';

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
};

const byOperation: ReadonlyMap<string, Handler> = new Map(Object.entries(handlers));

/** What answers an operation; undefined for one that is not offered. */
export function handlerOf(operation: Operation): Handler | undefined {
  return byOperation.get(operation);
}
