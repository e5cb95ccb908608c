import type { AvroField, AvroNamedType, AvroRecord, AvroType } from '../../avro/model.ts';
import type { NameType } from '../../field-walk/avro/type-in-words.ts';
import type { Later } from '../../field-walk/run-in-order.ts';
import type { StructuralChange } from '../structural-change.ts';
import type { TypeMatches } from './match-types.ts';

/** One side of a change: what stands there. */
export interface ChangedSide {
  /** The field whose type this is or is a part of. */
  field?: AvroField | undefined;
  /** The record of that field. */
  record?: AvroRecord | undefined;
  /** The type that changed. */
  type?: AvroType | undefined;
}

/** A change with the parts of both schemas that it is about, for those who judge it. */
export interface AvroChange extends StructuralChange {
  was: ChangedSide;
  is: ChangedSide;
}

/** Where a comparison stands: the same value in both schemas. */
export interface ComparedPlace {
  path: string;
  was: ChangedSide;
  is: ChangedSide;
}

/** What every part of a comparison shares. */
export interface Comparison {
  matches: TypeMatches;
  /** Calls types of both schemas by names that cannot be mistaken. */
  nameType: NameType;
  later: Later;
  report(change: AvroChange): void;
  /** Notes that a type of the newer schema is told of; false where it was already. */
  visit(type: AvroNamedType): boolean;
  /** Compares two types that stand in the same place. */
  compare(before: AvroType, after: AvroType, place: ComparedPlace): void;
  /** Tells of named types within a type that is new here. */
  announceAdded(type: AvroType, path: string): void;
  /** Tells of named types within a type that is gone from here. */
  announceRemoved(type: AvroType, path: string): void;
}
