import { matchRoute, type Operation, routes } from '@srkit/registry-protocol';
import { describe, expect, test } from 'vitest';
import { createRegistryClient, type RegistryClient } from '../../src/index.ts';

const page = { offset: 1, limit: 2 };
const text = { format: 'resolved' };
const listed = {
  resourceType: 'topic',
  associationType: ['key', 'value'] as const,
  lifecycle: 'WEAK' as const,
  ...page,
};
const key = { algorithm: 'AES256_SIV' as const, deleted: true };
const removedKey = { algorithm: 'AES256_SIV' as const, permanent: true };
const body = { schema: '"string"' };
const batch = { requests: [] };

/** The method of each operation, called with every option that it takes. A new operation does not compile until it has a row. */
const calls: Readonly<Record<Operation, (client: RegistryClient) => Promise<unknown>>> = {
  getRoot: (client) => client.ping(),
  postRoot: (client) => client.raw({ method: 'POST', path: '/', body: {} }),
  getServerClusterId: (client) => client.metadata.clusterId(),
  getServerVersion: (client) => client.metadata.version(),
  getServerDeployment: (client) => client.metadata.deployment(),
  listSchemas: (client) =>
    client.schemas.list({
      subjectPrefix: 'a',
      aliases: true,
      deleted: true,
      latestOnly: true,
      ruleType: ['CEL'],
      ...listed,
    }),
  listSchemaTypes: (client) => client.schemas.types(),
  getSchemaById: (client) =>
    client.schemas.getById(7, {
      subject: 's',
      ...text,
      referenceFormat: 'qualified',
      findTags: ['*'],
      fetchMaxId: true,
    }),
  getSchemaTextById: (client) => client.schemas.getTextById(7, { subject: 's', ...text }),
  listSubjectsById: (client) =>
    client.schemas.subjectsById(7, { subject: 's', deleted: true, ...page }),
  listVersionsById: (client) =>
    client.schemas.versionsById(7, { subject: 's', deleted: true, ...page }),
  getSchemaByGuid: (client) => client.schemas.getByGuid('g', text),
  listIdsByGuid: (client) => client.schemas.idsByGuid('g'),
  listSubjects: (client) =>
    client.subjects.list({ subjectPrefix: 'a', deleted: true, deletedOnly: true, ...page }),
  lookUpSchema: (client) =>
    client.versions.lookUp('s', body, { normalize: true, deleted: true, ...text }),
  deleteSubject: (client) => client.subjects.delete('s', { permanent: true }),
  getLatestWithMetadata: (client) =>
    client.subjects.latestWithMetadata('s', { properties: { a: 'b' }, deleted: true, ...text }),
  listVersions: (client) =>
    client.versions.list('s', {
      deleted: true,
      deletedOnly: true,
      deletedAsNegative: true,
      ...page,
    }),
  registerSchema: (client) =>
    client.versions.register('s', body, { normalize: true, force: true, ...text }),
  getVersion: (client) =>
    client.versions.get('s', 1, {
      deleted: true,
      referenceFormat: 'qualified',
      findTags: ['a', 'b'],
      ...text,
    }),
  deleteVersion: (client) => client.versions.delete('s', 1, { permanent: true }),
  getSchemaText: (client) => client.versions.getText('s', 'latest', { deleted: true, ...text }),
  listReferencedBy: (client) => client.versions.referencedBy('s', 1, { deleted: true, ...page }),
  tagVersion: (client) => client.versions.tag('s', 1, { newVersion: 2 }),
  checkCompatibility: (client) =>
    client.compatibility.check('s', body, { normalize: true, verbose: true }),
  checkCompatibilityWithAll: (client) =>
    client.compatibility.check('s', body, { version: 'all', normalize: true, verbose: true }),
  getGlobalConfig: (client) => client.config.getGlobal({ defaultToGlobal: true }),
  updateGlobalConfig: (client) => client.config.updateGlobal({ compatibility: 'FULL' }),
  deleteGlobalConfig: (client) => client.config.deleteGlobal(),
  getSubjectConfig: (client) => client.config.get('s', { defaultToGlobal: true }),
  updateSubjectConfig: (client) => client.config.update('s', { alias: null }),
  deleteSubjectConfig: (client) => client.config.delete('s'),
  getGlobalMode: (client) => client.mode.getGlobal({ defaultToGlobal: true }),
  updateGlobalMode: (client) => client.mode.setGlobal('IMPORT', { force: true }),
  deleteGlobalMode: (client) => client.mode.deleteGlobal({ recursive: true }),
  getSubjectMode: (client) => client.mode.get('s', { defaultToGlobal: true }),
  updateSubjectMode: (client) => client.mode.set('s', 'IMPORT', { force: true }),
  deleteSubjectMode: (client) => client.mode.delete('s', { recursive: true }),
  listContexts: (client) => client.contexts.list({ prefix: '.s', ...page }),
  deleteContext: (client) => client.contexts.delete('staging'),
  listExporters: (client) => client.exporters.list(),
  createExporter: (client) => client.exporters.create({ name: 'e' }),
  getExporter: (client) => client.exporters.get('e'),
  updateExporter: (client) => client.exporters.update('e', { subjects: ['*'] }),
  deleteExporter: (client) => client.exporters.delete('e'),
  getExporterConfig: (client) => client.exporters.getConfig('e'),
  updateExporterConfig: (client) => client.exporters.updateConfig('e', { a: 'b' }),
  getExporterStatus: (client) => client.exporters.getStatus('e'),
  pauseExporter: (client) => client.exporters.pause('e'),
  resumeExporter: (client) => client.exporters.resume('e'),
  resetExporter: (client) => client.exporters.reset('e'),
  listKeks: (client) => client.keks.list({ subjectPrefix: ['a', 'b'], deleted: true, ...page }),
  createKek: (client) =>
    client.keks.create({ name: 'k', kmsType: 'aws-kms', kmsKeyId: 'arn' }, { testSharing: true }),
  getKek: (client) => client.keks.get('k', { deleted: true }),
  updateKek: (client) => client.keks.update('k', { doc: null }, { testSharing: true }),
  deleteKek: (client) => client.keks.delete('k', { permanent: true }),
  undeleteKek: (client) => client.keks.undelete('k'),
  testKek: (client) => client.keks.test('k'),
  listDekSubjects: (client) => client.deks.listSubjects('k', { deleted: true, ...page }),
  createDekOfKek: (client) =>
    client.deks.create('k', 's', {}, { rewrap: true, subjectInBody: true }),
  createDek: (client) => client.deks.create('k', 's', { version: 2 }, { rewrap: true }),
  getDek: (client) => client.deks.get('k', 's', key),
  listDekVersions: (client) => client.deks.listVersions('k', 's', { ...key, ...page }),
  getDekVersion: (client) => client.deks.getVersion('k', 's', 'latest', key),
  deleteDek: (client) => client.deks.delete('k', 's', removedKey),
  deleteDekVersion: (client) => client.deks.deleteVersion('k', 's', 1, removedKey),
  undeleteDek: (client) => client.deks.undelete('k', 's', { algorithm: 'AES128_GCM' }),
  undeleteDekVersion: (client) =>
    client.deks.undeleteVersion('k', 's', 1, { algorithm: 'AES128_GCM' }),
  createAssociations: (client) =>
    client.inContext('staging').associations.create({ resourceName: 'r' }, { dryRun: true }),
  upsertAssociations: (client) =>
    client.inContext('staging').associations.upsert('id', {}, { dryRun: true }),
  getAssociationsInBatch: (client) => client.associations.getBatch(batch, { includeSchemas: true }),
  changeAssociationsInBatch: (client) =>
    client.inContext('staging').associations.changeBatch(batch, { dryRun: true }),
  listAssociationsOfSubject: (client) => client.associations.listBySubject('s', listed),
  listAssociationsOfResourceId: (client) => client.associations.listByResourceId('id', listed),
  listAssociationsOfResource: (client) => client.associations.listByResource('-', 'orders', listed),
  deleteAssociations: (client) =>
    client.associations.delete('id', {
      resourceType: 'topic',
      associationType: ['value'],
      cascadeLifecycle: true,
      dryRun: true,
    }),
};

/** A client, and the requests that it sent; what it is answered suits every shape. */
function recordingClient(): { client: RegistryClient; sent: Request[] } {
  const sent: Request[] = [];
  const client = createRegistryClient({
    url: 'http://registry.test',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push(request);
      return Response.json(answerTo(request));
    },
  });
  return { client, sent };
}

function answerTo({ url, method }: Request): unknown {
  const operation = matchRoute(method, new URL(url).pathname)?.route.operation ?? '';
  if (/^list.*Versions$|^listReferencedBy$|^deleteSubject$/.test(operation)) {
    return operation === 'listVersionsById' ? [] : [1];
  }
  if (/^list/.test(operation)) return [];
  if (operation === 'deleteVersion') return 1;
  return {
    ...{ subject: 's', version: operation === 'getServerVersion' ? '8.1.5' : 1, id: 1, name: 'n' },
    ...{ schema: '"string"', mode: 'IMPORT', state: 'RUNNING', is_compatible: true },
  };
}

describe('the client has a method for every operation and parameter of the table of routes', () => {
  test.each(routes.map((route) => [route.operation, route] as const))('%s', async (name, route) => {
    const { client, sent } = recordingClient();
    await calls[name](client);
    expect(sent).toHaveLength(1);
    const [request] = sent;
    const url = new URL(request?.url ?? '');
    expect(matchRoute(request?.method ?? '', url.pathname)?.route).toBe(route);
    expect([...new Set(url.searchParams.keys())].sort()).toEqual([...route.query].sort());
  });
});

describe('in a context', () => {
  test.each([
    ['/exporters', (client: RegistryClient) => client.exporters.list()],
    ['/contexts', (client: RegistryClient) => client.contexts.list()],
    ['/contexts/.staging/dek-registry/v1/keks', (client: RegistryClient) => client.keks.list()],
    [
      '/contexts/.staging/dek-registry/v1/keks/k/deks/s',
      (client: RegistryClient) => client.deks.get('k', 's'),
    ],
    [
      '/associations/subjects/%3A.staging%3As',
      (client: RegistryClient) => client.associations.listBySubject('s'),
    ],
    [
      '/associations/resources/id',
      (client: RegistryClient) => client.associations.listByResourceId('id'),
    ],
  ])('%s is where it belongs', async (path, ask) => {
    const { client, sent } = recordingClient();
    await ask(client.inContext('staging'));
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([path]);
  });
});
