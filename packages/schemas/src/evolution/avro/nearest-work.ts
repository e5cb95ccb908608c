import type { AvroEditor } from './edit-avro.ts';

/** What is known while a target is brought nearer to one of the earlier versions. */
export interface NearestWork {
  readonly backward: boolean;
  readonly forward: boolean;
  readonly reasons: Map<string, string>;
  /** Fields that are only kept beside new ones, as `record/field`. */
  readonly kept: Set<string>;
  readonly editor: AvroEditor;
  /** Names of the types of the schema that is edited. */
  readonly names: ReadonlySet<string>;
}
