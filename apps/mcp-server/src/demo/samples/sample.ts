import type { SchemaReference } from '@srkit/registry-protocol';

/** The versions of one subject, oldest first. */
export interface Sample {
  subject: string;
  versions: readonly SampleVersion[];
}

/** One version, to be registered as it is. */
export interface SampleVersion {
  schemaType: 'AVRO' | 'JSON' | 'PROTOBUF';
  schema: string;
  references?: SchemaReference[];
}

/** An Avro schema, written as its JSON. */
export function avro(schema: object | string, references?: SchemaReference[]): SampleVersion {
  return { schemaType: 'AVRO', schema: JSON.stringify(schema), ...(references && { references }) };
}

/** A JSON Schema. */
export function jsonSchema(schema: object, references?: SchemaReference[]): SampleVersion {
  return { schemaType: 'JSON', schema: JSON.stringify(schema), ...(references && { references }) };
}

/** A Protobuf file. */
export function protobuf(schema: string, references?: SchemaReference[]): SampleVersion {
  return { schemaType: 'PROTOBUF', schema, ...(references && { references }) };
}
