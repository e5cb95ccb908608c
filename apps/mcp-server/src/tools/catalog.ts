import { checkCompatibility } from './compatibility/check-compatibility.ts';
import { diffSchemas } from './compatibility/diff-schemas.ts';
import { generateExampleMessage } from './compatibility/generate-example-message.ts';
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
import { listContexts } from './contexts/list-contexts.ts';
import type { Tool } from './define-tool.ts';
import { deleteSchemaVersion } from './schemas/delete-schema-version.ts';
import { getReferencedBy } from './schemas/get-referenced-by.ts';
import { getSchema } from './schemas/get-schema.ts';
import { getSchemaById } from './schemas/get-schema-by-id.ts';
import { getSchemaVersions } from './schemas/get-schema-versions.ts';
import { getSubjectsBySchemaId } from './schemas/get-subjects-by-schema-id.ts';
import { lookupSchema } from './schemas/lookup-schema.ts';
import { registerSchema } from './schemas/register-schema.ts';
import { countSchemas } from './statistics/count-schemas.ts';
import { deleteSubject } from './subjects/delete-subject.ts';
import { listSubjects } from './subjects/list-subjects.ts';

/** Every tool, in the order in which they are listed. */
export const catalog: readonly Tool[] = [
  listContexts,
  listSubjects,
  getSchema,
  getSchemaVersions,
  getSchemaById,
  getSubjectsBySchemaId,
  getReferencedBy,
  countSchemas,
  checkCompatibility,
  diffSchemas,
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
];
