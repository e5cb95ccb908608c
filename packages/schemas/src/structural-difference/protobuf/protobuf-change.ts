import type { FieldPlace, ProtobufOutline } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { FlatOption } from '../../field-walk/protobuf/read-options.ts';
import type { NameType } from '../../field-walk/protobuf/type-in-words.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type {
  ProtoEnumConstant,
  ProtoFile,
  ProtoOneof,
  ProtoRpc,
  ProtoService,
} from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import type { StructuralChange } from '../structural-change.ts';
import type { TypeMatches } from './match-types.ts';

/** One side of a change: what stands there. */
export interface ChangedSide {
  /** The message or the enum that changed, or that holds what did. */
  entry?: TypeEntry | undefined;
  field?: FieldPlace | undefined;
  oneof?: ProtoOneof | undefined;
  constant?: ProtoEnumConstant | undefined;
  option?: FlatOption | undefined;
  service?: ProtoService | undefined;
  rpc?: ProtoRpc | undefined;
  /** What is reserved, or was. */
  reserved?: Reserved | undefined;
}

/** A name or a range of numbers that nothing may have. */
export type Reserved = string | NumberRange;

/** Numbers from `from` to `to`, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** A change with the parts of both schemas that it is about, for those who judge it. */
export interface ProtobufChange extends StructuralChange {
  was: ChangedSide;
  is: ChangedSide;
}

/** Where a comparison stands: the same thing in both schemas. */
export interface ComparedPlace {
  path: string;
  was: ChangedSide;
  is: ChangedSide;
}

/** One of the two schemas. */
export interface ComparedSchema {
  readonly schema: ProtobufSchema;
  readonly file: ProtoFile;
  readonly outline: ProtobufOutline;
}

/** What every part of a comparison shares. */
export interface Comparison {
  before: ComparedSchema;
  after: ComparedSchema;
  matches: TypeMatches;
  /** Calls types of both schemas by names that cannot be mistaken. */
  nameType: NameType;
  /** Whether comments are compared: not where one side has none at all, as what was stored. */
  comments: boolean;
  report(change: ProtobufChange): void;
}

/** What a comparison found, and what it went by. */
export interface ProtobufDifference {
  readonly changes: readonly ProtobufChange[];
  readonly comparison: Omit<Comparison, 'report'>;
}
