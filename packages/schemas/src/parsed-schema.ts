import type { AvroType } from './avro/model.ts';
import type { WrittenField } from './avro/written-fields.ts';
import type { JsonValue } from './lossless-json/value.ts';
import type { ProtoFile } from './protobuf/model.ts';

/** The registry's word for a kind of schema. */
export type SchemaType = 'AVRO' | 'JSON' | 'PROTOBUF';

/**
 * A referenced schema's text under the name it is used by. In a list they stand in dependency
 * order: a schema after those that it uses itself.
 */
export interface ReferencedSchema {
  name: string;
  text: string;
}

/** How a schema is read. */
export interface ParseOptions {
  /** @default [] */
  references?: readonly ReferencedSchema[];
  /**
   * `new` demands strict names and fitting defaults, as a registry does of what is registered;
   * `stored` takes what is there already.
   *
   * @default 'new'
   */
  validation?: 'new' | 'stored';
  /**
   * An earlier version of an Avro schema, or null where there is none yet: what is written in it as well is not read again, and
   * the result can be the earlier version of the next one. It is the same schema, only sooner.
   *
   * @default everything is read, and nothing is kept for a next version
   */
  earlier?: ParsedSchema | null;
}

/** An Avro schema that was read. */
export interface AvroSchema {
  readonly type: 'AVRO';
  /** As the registry stores it. */
  readonly text: string;
  readonly root: AvroType;
  readonly references: readonly ReferencedSchema[];
  /** Full names of the types that the references stand for. */
  readonly referenceNames: readonly string[];
  readonly validation: 'new' | 'stored';
  /** Fields that a next version need not read again; only where an earlier version was asked for. */
  readonly written?: readonly WrittenField[] | undefined;
}

/** A JSON Schema that was read. */
export interface JsonSchema {
  readonly type: 'JSON';
  /** As the registry stores it. */
  readonly text: string;
  readonly value: JsonValue;
  readonly draft: JsonSchemaDraft;
  /** What its `$ref`s may lead to; the name of each is the URI or path by which it is referred to. */
  readonly references: readonly ReferencedSchema[];
  readonly validation: 'new' | 'stored';
}

/** A version of JSON Schema. */
export type JsonSchemaDraft = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

/** A Protobuf schema that was read. */
export interface ProtobufSchema {
  readonly type: 'PROTOBUF';
  /** As the registry stores it. */
  readonly text: string;
  readonly file: ProtoFile;
  /**
   * By import path, the files that it may use: those of its references, imported or not, and the
   * well-known ones that it or they import, directly or through others.
   */
  readonly imported: ReadonlyMap<string, ProtoFile>;
  readonly references: readonly ReferencedSchema[];
  readonly validation: 'new' | 'stored';
}

/** A schema of any type that was read. */
export type ParsedSchema = AvroSchema | JsonSchema | ProtobufSchema;
