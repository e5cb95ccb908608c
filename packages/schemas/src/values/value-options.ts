import type { ParsedSchema } from '../parsed-schema.ts';
import type { ValueProblem } from './value-problem.ts';

/**
 * How the values of unions are written in JSON. `plain`: as they are, `"x"`; the branch is the first
 * one that takes the value as it is. `avro-json`: with their branch, `{"string": "x"}`, as the
 * Avro specification and its tools do; then every field has to be there as well.
 */
export type ValueEncoding = 'plain' | 'avro-json';

/** How a message is read. */
export interface CheckValueOptions {
  /** Of a JSON message. @default whichever fits; a message with two meanings is refused */
  encoding?: ValueEncoding;
  /** Of bytes: whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: 'optional' | 'required' | 'none';
  /** Of Protobuf: the message's full name. @default what the bytes say, or else the first message of the file */
  messageType?: string;
  /** How many problems of a JSON message are told. @default 20 */
  maxProblems?: number;
}

/** Whether a message is one of its schema. */
export type ValueCheck =
  | { valid: true; schemaId?: number }
  | { valid: false; problems: ValueProblem[]; schemaId?: number };

/** How {@link encodeValue} encodes. */
export interface EncodeValueOptions {
  /** Put before the value, in a registry's prefix. @default no prefix */
  schemaId?: number;
  /** Of the Avro message that is given. @default whichever fits */
  encoding?: ValueEncoding;
  /** Of Protobuf: the message's full name. @default the first message of the file */
  messageType?: string;
}

/** How {@link decodeValue} decodes. */
export interface DecodeValueOptions {
  /**
   * What the message is read as: Avro by its schema resolution, Protobuf by the numbers of fields,
   * JSON by being checked against it.
   *
   * @default the writer's schema
   */
  readerSchema?: ParsedSchema;
  /** Whether the id of a schema stands before the value. @default 'optional' */
  wirePrefix?: CheckValueOptions['wirePrefix'];
  /** How the values of Avro's unions are shown. @default 'plain' */
  encoding?: ValueEncoding;
  /** Of Protobuf: the message's full name. @default what the bytes say, or else the first message of the file */
  messageType?: string;
}

/** What {@link exampleValue} makes up. */
export interface ExampleValueOptions {
  /** Another whole number, another example. @default 1 */
  seed?: number;
  /** Levels of records, lists and maps, below which the example is as flat as it can be. @default 4 */
  maxDepth?: number;
  /** How the values of Avro's unions are written. @default 'plain' */
  encoding?: ValueEncoding;
  /** Of Protobuf: the message's full name. @default the first message of the file */
  messageType?: string;
}
