import type { Shape } from './body-shape.ts';

const text: Shape = { kind: 'string' };

const schemaEntity: Shape = {
  kind: 'object',
  name: 'SchemaEntity',
  fields: {
    entityPath: text,
    entityType: { kind: 'enum', name: 'EntityType', values: ['sr_record', 'sr_field'] },
  },
};

/** Tags of records and fields, to be written into the text of a schema or taken out of it. */
export const schemaTagsList: Shape = {
  kind: 'list',
  of: {
    kind: 'object',
    name: 'SchemaTags',
    fields: { schemaEntity, tags: { kind: 'list', of: text, name: 'String>' } },
  },
  name: 'SchemaTags>',
};
