import type {
  Association,
  AssociationBatchResponse,
  AssociationResponse,
  CompatibilityCheck,
  Config,
  ConfigUpdated,
  ContextId,
  Dek,
  Exporter,
  ExporterName,
  ExporterStatus,
  Kek,
  ListedSchema,
  ModeRecord,
  RegisteredSchema,
  RegisterSchemaResponse,
  SchemaById,
  ServerClusterId,
  ServerDeployment,
  ServerVersion,
  SubjectVersion,
} from '@srkit/registry-protocol';

/** What an answer must be. Only what nothing works without is looked at; fields that we do not know pass through. */
export interface Shape<T> {
  /** For the message: what should have come. */
  name: string;
  is(value: unknown): value is T;
}

type Fields = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

function hasFields(value: unknown, fields: Fields): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const record: object = value;
  return Object.entries(fields).every(
    ([field, type]) => typeof Reflect.get(record, field) === type,
  );
}

function object<T>(name: string, fields: Fields): Shape<T> {
  return { name, is: (value): value is T => hasFields(value, fields) };
}

function list<T>(name: string, isItem: (item: unknown) => boolean): Shape<T[]> {
  return { name, is: (value): value is T[] => Array.isArray(value) && value.every(isItem) };
}

const registered: Fields = { subject: 'string', version: 'number', id: 'number', schema: 'string' };

export const texts = list<string>('a list of texts', (item) => typeof item === 'string');
export const numbers = list<number>('a list of numbers', (item) => typeof item === 'number');
export const number: Shape<number> = {
  name: 'a number',
  is: (value) => typeof value === 'number',
};
export const registeredSchema = object<RegisteredSchema>(
  'a schema with subject, version and id',
  registered,
);
export const listedSchemas = list<ListedSchema>('a list of schemas', (item) =>
  hasFields(item, registered),
);
export const registration = object<RegisterSchemaResponse>('the id of the schema', {
  id: 'number',
});
export const schemaById = object<SchemaById>('a schema', { schema: 'string' });
export const subjectVersions = list<SubjectVersion>('a list of subjects and versions', (item) =>
  hasFields(item, { subject: 'string', version: 'number' }),
);
export const contextIds = list<ContextId>('a list of contexts and ids', (item) =>
  hasFields(item, { context: 'string', id: 'number' }),
);
export const compatibilityCheck = object<CompatibilityCheck>(
  'the result of a compatibility check',
  {
    is_compatible: 'boolean',
  },
);
export const config = object<Config>('a configuration', {});
export const configUpdated = object<ConfigUpdated>('a configuration', {});
export const modeRecord = object<ModeRecord>('a mode', { mode: 'string' });
export const modeIfAny = object<Partial<ModeRecord>>('a mode', {});
export const clusterId = object<ServerClusterId>('the ids of clusters', {});
export const serverVersion = object<ServerVersion>('a version', { version: 'string' });
export const deployment = object<ServerDeployment>('a deployment', {});
export const exporter = object<Exporter>('an exporter', { name: 'string' });
export const exporterName = object<ExporterName>('the name of an exporter', { name: 'string' });
export const exporterStatus = object<ExporterStatus>('the status of an exporter', {
  state: 'string',
});
export const exporterConfig = object<Record<string, string>>(
  'the configuration of an exporter',
  {},
);
export const kek = object<Kek>('a key encryption key', { name: 'string' });
export const dek = object<Dek>('a data encryption key', { subject: 'string', version: 'number' });
export const associations = list<Association>('a list of associations', (item) =>
  hasFields(item, {}),
);
export const associationResponse = object<AssociationResponse>('associations', {});
export const associationBatchResponse = object<AssociationBatchResponse>('results', {});
