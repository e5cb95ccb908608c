import type { Shape } from './body-shape.ts';

const text: Shape = { kind: 'string' };
const flag: Shape = { kind: 'boolean', isPrimitive: true };
const kmsProps: Shape = { kind: 'map', of: text, name: 'String>' };

/** How data is encrypted with a data encryption key, in the order in which the real registry names them. */
export const dekAlgorithms = ['AES128_GCM', 'AES256_SIV', 'AES256_GCM'] as const;

/** The body of the creation of a key encryption key. */
export const createKekRequest: Shape = {
  kind: 'object',
  name: 'CreateKekRequest',
  fields: {
    name: text,
    kmsType: text,
    kmsKeyId: text,
    kmsProps,
    doc: text,
    shared: flag,
    deleted: flag,
  },
};

/** The body of a change of a key encryption key. */
export const updateKekRequest: Shape = {
  kind: 'object',
  name: 'UpdateKekRequest',
  fields: { kmsProps, doc: text, shared: { kind: 'boolean' } },
};

/** The body of the creation of a data encryption key. */
export const createDekRequest: Shape = {
  kind: 'object',
  name: 'CreateDekRequest',
  fields: {
    subject: text,
    version: { kind: 'integer' },
    algorithm: { kind: 'enum', name: 'DekFormat', values: dekAlgorithms },
    encryptedKeyMaterial: text,
    deleted: flag,
  },
};
