import type { Operation } from '@srkit/registry-protocol';
import fc from 'fast-check';
import { schemaText } from './schema-texts.ts';

/** Names of subjects, few enough that requests meet. */
export const subject = fc.oneof(
  fc.constant('a'),
  fc.constantFrom('b', 'c-value', ':.x:a', ':.x:b', ':.y:a', 'with space', 'é/ü', ':.x:'),
);

/** Numbers of versions and ids. */
export const number = fc.integer({ min: 1, max: 6 });

const flag = fc.boolean();
const metadata = fc.constantFrom(
  { properties: { owner: 'x', application: 'y' } },
  { tags: { '**': ['PII'], 'a.b': ['X', 'Y'] }, sensitive: ['owner'] },
  { properties: { 'confluent:version': '2' } },
  { properties: { 'confluent:version': '-1', major: '1' } },
);

const rule = {
  name: 'r',
  doc: 'd',
  kind: 'CONDITION',
  mode: 'WRITE',
  type: 'CEL',
  tags: ['PII'],
  params: { a: 'b' },
  expr: 'size(message.x) > 0',
  onSuccess: 'NONE',
  onFailure: 'ERROR',
  disabled: false,
};

const ruleSet = fc.constantFrom(
  { domainRules: [rule] },
  { migrationRules: [{ ...rule, kind: 'TRANSFORM', mode: 'UPGRADE', type: 'JSONATA' }] },
  { encodingRules: [{ ...rule, kind: 'TRANSFORM', mode: 'WRITEREAD', type: 'ENCRYPT_PAYLOAD' }] },
  { domainRules: [rule, rule], enableAt: 'CLIENT' },
);

const reference = fc.record({
  name: fc.constantFrom('A', 'n.A', 'a.proto', 'other.json', 'http://x/other.json'),
  subject,
  version: fc.oneof(number, fc.constant(-1)),
});

const tags = fc.constantFrom(
  [{ schemaEntity: { entityPath: 'A.x', entityType: 'sr_field' }, tags: ['T', 'U'] }],
  [{ schemaEntity: { entityPath: '.M.s', entityType: 'sr_field' }, tags: ['T'] }],
  [{ schemaEntity: { entityPath: 'n.A', entityType: 'sr_record' }, tags: [] }],
);

const sent = fc
  .tuple(
    schemaText,
    fc.record(
      {
        references: fc.array(reference, { maxLength: 2 }),
        metadata,
        ruleSet,
        id: number,
        version: number,
        schemaTagsToAdd: tags,
        schemaTagsToRemove: tags,
        propagateSchemaTags: flag,
      },
      { requiredKeys: [] },
    ),
    fc.nat({ max: 5 }),
  )
  .map(([text, more, extras]) => {
    if (extras === 0) return { ...text, ...more };
    return extras === 1 ? { ...text, references: more.references } : text;
  });

const config = fc.record(
  {
    compatibility: fc.constantFrom('NONE', 'BACKWARD', 'FULL_TRANSITIVE', 'FORWARD'),
    compatibilityPolicy: fc.constantFrom('STRICT', 'LENIENT'),
    compatibilityGroup: fc.constantFrom('major', 'owner'),
    alias: fc.constantFrom('a', 'b', ':.x:a', ''),
    aliasForDeks: fc.constantFrom('a', ':.y:b'),
    normalize: flag,
    validateFields: flag,
    validateNewSchemas: flag,
    validateRules: flag,
    defaultMetadata: metadata,
    overrideMetadata: metadata,
    defaultRuleSet: ruleSet,
    overrideRuleSet: ruleSet,
  },
  { requiredKeys: [] },
);

const mode = fc.record({
  mode: fc.constantFrom('IMPORT', 'READWRITE', 'READWRITE', 'READONLY', 'FORWARD', 'readwrite'),
});

const kek = fc.record({
  name: fc.constantFrom('k', 'l'),
  kmsType: fc.constantFrom('test-kms', 'local-kms'),
  kmsKeyId: fc.constantFrom('i', 'arn:x'),
  kmsProps: fc.constantFrom({ secret: 'x' }, { 'a b': 'c' }),
  doc: fc.constant('d'),
  shared: flag,
  deleted: flag,
});

const dek = fc.record({
  subject,
  version: number,
  algorithm: fc.constantFrom('AES128_GCM', 'AES256_SIV', 'AES256_GCM'),
  encryptedKeyMaterial: fc.constantFrom('ZW5j', 'eA=='),
});

const resource = {
  resourceName: fc.constantFrom('t', 'u'),
  resourceNamespace: fc.constantFrom('lkc-1', '-'),
  resourceId: fc.constantFrom('i', 'j'),
  resourceType: fc.constant('topic'),
};

const association = {
  subject,
  associationType: fc.constantFrom('key', 'value'),
  lifecycle: fc.constantFrom('WEAK', 'STRONG'),
  frozen: flag,
  schema: sent,
  normalize: flag,
};

const associations = fc.record({
  ...resource,
  associations: fc.array(fc.record(association), { maxLength: 2 }),
});

const associationBatch = fc.record({
  requests: fc.array(
    fc.record({
      ...resource,
      associations: fc.array(
        fc.record({
          opType: fc.constantFrom('CREATE', 'UPSERT', 'DELETE'),
          ...association,
          cascadeLifecycle: flag,
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
});

const associationQuestions = fc.record({
  requests: fc.array(
    fc.record({
      ...resource,
      associationTypes: fc.constantFrom(['key'], ['value', 'key']),
      lifecycle: association.lifecycle,
    }),
    { maxLength: 2 },
  ),
});

const exporterConfig = fc.constantFrom(
  { 'schema.registry.url': 'http://destination' },
  { 'schema.registry.url': 'http://destination', 'basic.auth.user.info': 'a:b' },
);

const exporter = fc.record({
  name: fc.constantFrom('e', 'f'),
  contextType: fc.constantFrom('AUTO', 'CUSTOM', 'NONE', 'DEFAULT'),
  context: fc.constantFrom('.x', 'y'),
  subjects: fc.constantFrom(['a*'], ['a', ':.x:b']),
  subjectRenameFormat: fc.constant(`dc_\${subject}`),
  config: exporterConfig,
});

/** The bodies of the operations that take one. */
export const bodies: Readonly<Partial<Record<Operation, fc.Arbitrary<unknown>>>> = {
  postRoot: fc.constant({ a: 'b' }),
  lookUpSchema: sent,
  registerSchema: sent,
  tagVersion: fc.record(
    {
      newVersion: number,
      tagsToAdd: tags,
      tagsToRemove: tags,
      metadata,
      ruleSet,
      rulesToMerge: ruleSet,
      rulesToRemove: fc.constant(['r']),
    },
    { requiredKeys: [] },
  ),
  checkCompatibility: sent,
  checkCompatibilityWithAll: sent,
  updateGlobalConfig: config,
  updateSubjectConfig: config,
  updateGlobalMode: mode,
  updateSubjectMode: mode,
  createExporter: exporter,
  updateExporter: exporter,
  updateExporterConfig: exporterConfig,
  createKek: kek,
  updateKek: kek,
  createDekOfKek: dek,
  createDek: dek,
  createAssociations: associations,
  upsertAssociations: associations,
  changeAssociationsInBatch: associationBatch,
  getAssociationsInBatch: associationQuestions,
};
