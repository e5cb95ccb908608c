import type { FieldPlace, TypePlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoEnum, ProtoFile, ProtoMessage } from '../../protobuf/model.ts';
import type { TypeTable } from '../../protobuf/type-table.ts';
import type { LintRule } from '../lint-rule.ts';

/** A message of the schema's own text. */
export interface MessagePlace extends TypePlace {
  readonly message: ProtoMessage;
}

/** An enum of the schema's own text. */
export interface EnumPlace extends TypePlace {
  readonly enumeration: ProtoEnum;
}

/** What a Protobuf rule looks at: the schema's own text, without what it imports. */
export interface LintedProtobuf {
  readonly schema: ProtobufSchema;
  readonly file: ProtoFile;
  readonly table: TypeTable;
  /** Those of messages and of extensions. */
  readonly fields: readonly FieldPlace[];
  readonly messages: readonly MessagePlace[];
  readonly enums: readonly EnumPlace[];
}

/** A rule about Protobuf. */
export type ProtobufLintRule = LintRule<LintedProtobuf>;
