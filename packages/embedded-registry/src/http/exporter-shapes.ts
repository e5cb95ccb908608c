import type { Shape } from './body-shape.ts';

const text: Shape = { kind: 'string' };

/** The body of a change of an exporter's configuration. */
export const exporterConfig: Shape = { kind: 'map', of: text, name: 'String>' };

/** The body of the creation of an exporter, and of a change of one. */
export const exporterRequest: Shape = {
  kind: 'object',
  name: 'ExporterRequest',
  fields: {
    name: text,
    contextType: {
      kind: 'enum',
      name: 'ContextType',
      values: ['AUTO', 'CUSTOM', 'NONE', 'DEFAULT'],
    },
    context: text,
    subjects: { kind: 'list', of: text, name: 'String>' },
    subjectRenameFormat: text,
    kekRenameFormat: text,
    config: exporterConfig,
  },
};
