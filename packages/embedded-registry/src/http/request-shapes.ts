import type { Shape } from './body-shape.ts';
import { schemaTagsList } from './tag-shapes.ts';

const text: Shape = { kind: 'string' };
const integer: Shape = { kind: 'integer' };
const boolean: Shape = { kind: 'boolean' };
const texts: Shape = { kind: 'set', of: text, name: 'String>' };

const reference: Shape = {
  kind: 'object',
  name: 'SchemaReference',
  fields: { name: text, subject: text, version: integer },
};

const metadata: Shape = {
  kind: 'object',
  name: 'Metadata',
  fields: {
    tags: { kind: 'map', of: texts, name: 'String>>' },
    properties: { kind: 'map', of: text, name: 'String>' },
    sensitive: texts,
  },
  withoutNull: ['tags', 'properties', 'sensitive'],
};

const rule: Shape = {
  kind: 'object',
  name: 'Rule',
  fields: {
    name: text,
    doc: text,
    kind: { kind: 'enum', name: 'RuleKind', values: ['CONDITION', 'TRANSFORM'] },
    mode: {
      kind: 'enum',
      name: 'RuleMode',
      values: ['UPGRADE', 'READ', 'DOWNGRADE', 'UPDOWN', 'WRITEREAD', 'WRITE'],
    },
    type: text,
    tags: texts,
    params: { kind: 'map', of: text, name: 'String>' },
    expr: text,
    onSuccess: text,
    onFailure: text,
    disabled: { kind: 'boolean', isPrimitive: true },
  },
  withoutNull: ['tags', 'params'],
};

const rules: Shape = { kind: 'list', of: rule, name: 'Rule>' };

const ruleSet: Shape = {
  kind: 'object',
  name: 'RuleSet',
  fields: {
    migrationRules: rules,
    domainRules: rules,
    encodingRules: rules,
    enableAt: {
      kind: 'enum',
      name: 'ExecutionEnvironment',
      values: ['NONE', 'ALL', 'SERVER', 'GATEWAY', 'CLIENT'],
    },
  },
};

/** The body of a registration, a look-up and a compatibility check. */
export const registerSchemaRequest: Shape = {
  kind: 'object',
  name: 'RegisterSchemaRequest',
  fields: {
    schema: text,
    schemaType: text,
    references: { kind: 'list', of: reference, name: 'SchemaReference>' },
    metadata,
    ruleSet,
    id: integer,
    version: integer,
    schemaTagsToAdd: schemaTagsList,
    schemaTagsToRemove: schemaTagsList,
    propagateSchemaTags: boolean,
  },
};

/** The body of a request for a version with other tags. */
export const tagSchemaRequest: Shape = {
  kind: 'object',
  name: 'TagSchemaRequest',
  fields: {
    newVersion: integer,
    tagsToAdd: schemaTagsList,
    tagsToRemove: schemaTagsList,
    metadata,
    ruleSet,
    rulesToMerge: ruleSet,
    rulesToRemove: { kind: 'list', of: text, name: 'String>' },
  },
};

/** The body of a change of configuration. */
export const configUpdateRequest: Shape = {
  kind: 'object',
  name: 'ConfigUpdateRequest',
  fields: {
    alias: text,
    aliasForDeks: text,
    normalize: boolean,
    validateFields: boolean,
    validateNewSchemas: boolean,
    validateRules: boolean,
    compatibility: text,
    compatibilityPolicy: text,
    compatibilityGroup: text,
    defaultMetadata: metadata,
    overrideMetadata: metadata,
    defaultRuleSet: ruleSet,
    overrideRuleSet: ruleSet,
  },
};

/** The body of a change of mode. */
export const modeUpdateRequest: Shape = {
  kind: 'object',
  name: 'ModeUpdateRequest',
  fields: { mode: text },
  fromText: 'mode',
};
